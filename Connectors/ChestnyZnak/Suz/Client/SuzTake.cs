using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>What became of asking for codes.</summary>
internal sealed record SuzTake(SuzTakeVerdict Verdict)
{
    /// <summary>The codes, when they were taken.</summary>
    public SuzCodes? Codes { get; init; }

    /// <summary>Why there are none.</summary>
    public ConnectorError? Error { get; init; }
}
