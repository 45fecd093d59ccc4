namespace Connectors.Egais;

/// <summary>The XML of a message, or the reasons why there is none.</summary>
/// <param name="UrlType">The last segment of its address in the UTM, or <c>xml?type=…</c> for a cheque.</param>
/// <param name="Element">The element of its body, such as <c>WayBillAct_v4</c>.</param>
/// <param name="Xml">The whole document in UTF-8; empty where there are problems.</param>
internal sealed record BuildResult(string UrlType, string Element, byte[] Xml)
{
    /// <summary>The Identity that stands in it; null where the type has none.</summary>
    public string? Identity { get; init; }

    /// <summary>The registry's number that it speaks of.</summary>
    public string? RegId { get; init; }

    /// <summary>Everything that is wrong; empty when it was built.</summary>
    public IReadOnlyList<BuildProblem> Problems { get; init; } = [];

    public bool IsBuilt => Problems.Count == 0;
}
