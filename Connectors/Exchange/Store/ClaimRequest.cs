namespace Connectors.Exchange;

/// <summary>Who takes messages, and from what.</summary>
/// <param name="ConnectorId">The connector whose queue it is.</param>
/// <param name="LeaseOwner">Who takes: one run of the engine on one server.</param>
/// <param name="Now">The time.</param>
/// <param name="LeaseUntil">Until when they are held.</param>
public sealed record ClaimRequest(string ConnectorId, string LeaseOwner, DateTimeOffset Now, DateTimeOffset LeaseUntil)
{
    /// <summary>Only of these organisations; null for all.</summary>
    public IReadOnlyList<string>? Organisations { get; init; }

    /// <summary>Not of these: the stop list of the run.</summary>
    public IReadOnlyList<string> Stopped { get; init; } = [];

    /// <summary>Not these purposes of an organisation: what has no session key in this run.</summary>
    public IReadOnlyList<HeldPurpose> Held { get; init; } = [];

    /// <summary>Only of this document.</summary>
    public string? Document { get; init; }

    /// <summary>Only this message.</summary>
    public string? MessageId { get; init; }

    /// <summary>The server, for the protocol.</summary>
    public string Node { get; init; } = "";

    /// <summary>Who asked, for the protocol.</summary>
    public string? User { get; init; }
}
