using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>The check of marks that the UTM answers at once (QueryFilter).</summary>
internal static class FilterQuery
{
    public const string UrlType = "QueryFilter";

    private static readonly XNamespace Body = EgaisXml.Root + "QueryFilter";

    /// <summary>Builds the question about some marks; some UTMs want the marks without a namespace.</summary>
    public static BuildResult Build(string fsrarId, IReadOnlyList<string> codes, bool withoutNamespace)
    {
        var problems = new List<BuildProblem>();
        var checks = new OutgoingChecks(problems);
        if (codes.Count == 0) checks.Add("codes", "holds no mark", "нет ни одной марки");
        foreach (var (at, code) in codes.Index()) checks.Id($"codes[{at}]", code, 255);
        var name = withoutNamespace ? (XName)"bc" : Body + "bc";
        return problems.Count > 0
            ? new BuildResult(UrlType, UrlType, []) { Problems = problems }
            : new BuildResult(UrlType, UrlType, EgaisXml.Write(fsrarId, new XElement(EgaisXml.Envelope + UrlType, codes.Select(code => new XElement(name, code)))));
    }
}
