namespace Connectors.Egais;

/// <summary>What the dialogue takes from the settings.</summary>
internal sealed record DialogueRules
{
    /// <summary>The FSRAR ids of all organisations, also those that are switched off.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>How long a ticket that belongs to nothing of ours is kept in the UTM; after that time other documents that wait are told of.</summary>
    public TimeSpan OrphanLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>From which age on what waits is read rarely.</summary>
    public TimeSpan OrphanAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often what has waited for so long is read again.</summary>
    public TimeSpan OrphanRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long the registry's "there is such an act already" waits for the ticket of an earlier post before it counts as an error.</summary>
    public TimeSpan ActedWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After which time people are told that half of a waybill is missing.</summary>
    public TimeSpan PairWarning { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The zone of the registry's times; null for the server's own.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The largest document that is read, bytes.</summary>
    public long MaxDocumentBytes { get; init; } = IncomingReader.DefaultMaxBytes;

    /// <summary>Words of the registry's refusals that mean "too often".</summary>
    public IReadOnlyList<string> FrequencyWords { get; init; } = ["частот", "превышен"];

    /// <summary>Words of the registry's refusals that mean "there is such an act already".</summary>
    public IReadOnlyList<string> AlreadyActedWords { get; init; } = ["уже зарегистрирован"];
}
