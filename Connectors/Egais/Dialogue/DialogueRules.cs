namespace Connectors.Egais;

/// <summary>What the dialogue takes from the settings.</summary>
internal sealed record DialogueRules
{
    /// <summary>The FSRAR ids of all organisations, also those that are switched off.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>How long what belongs to nothing of ours is kept in the UTM.</summary>
    public TimeSpan OrphanLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>After which time people are told that half of a waybill is missing.</summary>
    public TimeSpan PairWarning { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The largest document that is read, bytes.</summary>
    public long MaxDocumentBytes { get; init; } = IncomingReader.DefaultMaxBytes;

    /// <summary>Words of the registry's refusals that mean "too often".</summary>
    public IReadOnlyList<string> FrequencyWords { get; init; } = ["частот", "превышен"];

    /// <summary>Words of the registry's refusals that mean "there is such an act already".</summary>
    public IReadOnlyList<string> AlreadyActedWords { get; init; } = ["уже зарегистрирован"];
}
