namespace Connectors.Transport.Soap;

/// <summary>How the parts of a group stand to each other.</summary>
internal enum XsdGroupKind
{
    /// <summary>One after the other.</summary>
    Sequence,

    /// <summary>One of them.</summary>
    Choice,

    /// <summary>All, in any order.</summary>
    All,
}
