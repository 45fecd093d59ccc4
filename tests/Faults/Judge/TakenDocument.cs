namespace Faults.Judge;

/// <summary>A document that a UTM took.</summary>
/// <param name="FsrarId">Whose UTM.</param>
/// <param name="Element">Its element.</param>
/// <param name="RequestId">The id the UTM gave it, without dashes.</param>
/// <param name="Hash">The hash of its bytes, as messages carry it.</param>
internal sealed record TakenDocument(string FsrarId, string Element, string RequestId, string Hash)
{
    /// <summary>The sender's own identifier; empty when it has none.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Questions may be asked again.</summary>
    public bool IsQuestion => Element.StartsWith("Query", StringComparison.Ordinal);

    public override string ToString() => $"{FsrarId} {Element} {(Identity.Length > 0 ? Identity : RequestId)}";
}
