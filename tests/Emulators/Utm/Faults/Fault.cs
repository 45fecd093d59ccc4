namespace Emulators.Utm;

/// <summary>A fault that waits for its call.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Endpoint">Verb and path, such as <c>POST /opt/in/WayBill_v4</c> or <c>GET /opt/out</c>; a star at the end stands for anything.</param>
public sealed record Fault(FaultKind Kind, string Endpoint = "*")
{
    /// <summary>How many such calls pass unharmed first.</summary>
    public int After { get; init; }

    /// <summary>How many calls it strikes; -1 until cleared.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The answer's status; 0 is the usual one of the kind.</summary>
    public int Status { get; init; }

    /// <summary>The UTM's words.</summary>
    public string Text { get; init; } = "Ошибка обработки документа";

    /// <summary>A time, by kind.</summary>
    public int? Milliseconds { get; init; }

    internal bool Strikes(string endpoint) => UtmTwists.Matches(Endpoint, endpoint);
}
