using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>Ready XML of types without a builder: the envelope is checked or added, the rest is passed through.</summary>
internal static partial class RawEnvelope
{
    /// <summary>Wraps a body, or checks a whole document.</summary>
    /// <param name="fsrarId">The sender; a document that names another one is refused.</param>
    /// <param name="urlType">The type in the address of the UTM.</param>
    /// <param name="xml">The body or the whole document.</param>
    public static BuildResult Build(string fsrarId, string urlType, string xml)
    {
        var problems = new List<BuildProblem>();
        var checks = new OutgoingChecks(problems);
        if (!Segment().IsMatch(urlType)) checks.Add("urlType", "is not a type of the UTM: letters, digits and _ only", "не тип документа УТМ: допустимы только буквы, цифры и _");
        var root = Parse(xml, checks);
        var body = root is null ? null : IsEnvelope(root) ? BodyOf(root, fsrarId, checks) : Adopt(root, checks);
        if (problems.Count > 0 || body is null) return new BuildResult(urlType, body?.Name.LocalName ?? "", []) { Problems = problems };
        var content = IsEnvelope(root!) ? EgaisXml.Bytes(root!.Document!) : EgaisXml.Write(fsrarId, body);
        return new BuildResult(urlType, body.Name.LocalName, content) { Identity = TextOf(body.Elements(), "Identity"), RegId = RegIdOf(body) };
    }

    private static XElement? Parse(string xml, OutgoingChecks checks)
    {
        try
        {
            // A declaration of another encoding would contradict the text that we already have.
            using var text = new StringReader(xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException e)
        {
            checks.Add("xml", $"cannot be read as XML without a DTD: line {e.LineNumber}, position {e.LinePosition}", $"не читается как XML без DTD: строка {e.LineNumber}, позиция {e.LinePosition}");
            return null;
        }
    }

    private static XElement? BodyOf(XElement root, string fsrarId, OutgoingChecks checks)
    {
        var owner = root.Element(EgaisXml.Envelope + "Owner")?.Element(EgaisXml.Envelope + "FSRAR_ID")?.Value.Trim();
        if (string.IsNullOrEmpty(owner)) checks.Missing("xml.Owner.FSRAR_ID");
        else if (owner != fsrarId) checks.Add("xml.Owner.FSRAR_ID", $"is '{owner}', but the message is sent for '{fsrarId}'", $"указан «{owner}», а сообщение передаётся от имени «{fsrarId}»");
        var bodies = root.Elements(EgaisXml.Envelope + "Document").SelectMany(document => document.Elements()).ToList();
        if (bodies.Count != 1) checks.Add("xml.Document", $"holds {bodies.Count} bodies; exactly one is allowed", $"содержит тел документа: {bodies.Count}; должно быть ровно одно");
        return bodies.Count == 1 ? bodies[0] : null;
    }

    // The element of a body stands in the envelope's namespace; without any it is put there, in another one it is not a body.
    private static XElement Adopt(XElement body, OutgoingChecks checks)
    {
        if (body.Name.Namespace == XNamespace.None) body.Name = EgaisXml.Envelope + body.Name.LocalName;
        else if (body.Name.Namespace != EgaisXml.Envelope) checks.Add("xml", $"begins with {body.Name}; a body stands in the namespace {EgaisXml.Envelope}", $"начинается с {body.Name}; тело документа должно быть в пространстве имён {EgaisXml.Envelope}");
        return body;
    }

    private static bool IsEnvelope(XElement root) => root.Name == EgaisXml.Envelope + "Documents";

    private static string? RegIdOf(XElement body) => TextOf(body.Descendants(), "WBRegId") ?? TextOf(body.Descendants(), "ACORegId") ?? TextOf(body.Descendants(), "AWORegId");

    private static string? TextOf(IEnumerable<XElement> elements, string name) => elements.FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_]{1,50}\z")]
    private static partial Regex Segment();
}
