namespace Connectors.Egais;

/// <summary>What the differences of a caller come to.</summary>
internal enum DifferenceKind
{
    /// <summary>Everything came: an act of acceptance.</summary>
    None,

    /// <summary>Something did not come.</summary>
    Some,

    /// <summary>Nothing came: a refusal.</summary>
    All,
}
