namespace Emulators.Utm;

/// <summary>A fault that waits for its call.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Endpoint">Verb and path, such as <c>POST /opt/in/WayBill_v4</c> or <c>GET /opt/out</c>; a star at the end stands for anything.</param>
public sealed record Fault(FaultKind Kind, string Endpoint = "*") : ArmedFault
{
    /// <summary>The answer's status; 0 is the usual one of the kind.</summary>
    public int Status { get; init; }

    /// <summary>The UTM's words.</summary>
    public string Text { get; init; } = "Ошибка обработки документа";

    /// <summary>A time, by kind.</summary>
    public int? Milliseconds { get; init; }

    internal override bool Strikes(string endpoint) => UtmTwists.Matches(Endpoint, endpoint);
}
