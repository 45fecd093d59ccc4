using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What was found at a UTM.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record UtmHealth(EgaisOrganisation Organisation, UtmVerdict Verdict)
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public ConnectorError? Error { get; init; }

    public UtmInfo? Info { get; init; }

    /// <summary>The FSRAR ID it says to belong to.</summary>
    public string? Owner { get; init; }

    /// <summary>Since when cheques wait unsent, as it writes it; null when none do, or when it does not say.</summary>
    public DateTime? ChequesSince { get; init; }

    /// <summary>How many documents of each type wait in the out-box; null when it could not be listed.</summary>
    public IReadOnlyDictionary<string, int>? OutBox { get; init; }

    /// <summary>How many documents the UTM has not yet handed to the registry; null when it could not be listed.</summary>
    public int? InBox { get; init; }

    public IReadOnlyList<ConnectorError> Warnings { get; init; } = [];
}
