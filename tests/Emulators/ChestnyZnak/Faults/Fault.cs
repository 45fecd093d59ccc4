namespace Emulators.ChestnyZnak;

/// <summary>A fault that waits for its call.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Endpoint">Service, verb and path, such as <c>suz GET codes</c> or <c>true-api GET doc/{number}/info</c>; a star at the end stands for anything.</param>
public sealed record Fault(FaultKind Kind, string Endpoint = "*") : ArmedFault
{
    /// <summary>The answer's status.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The form of the error's body.</summary>
    public FaultBody Body { get; init; }

    /// <summary>Seconds in <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A time, by kind.</summary>
    public int? Milliseconds { get; init; }

    /// <summary>A number of codes, by kind.</summary>
    public int? Count { get; init; }

    internal override bool Strikes(string endpoint) =>
        Endpoint.EndsWith('*') ? endpoint.StartsWith(Endpoint[..^1], StringComparison.Ordinal) : endpoint == Endpoint;
}
