using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>The registry's XML: its namespaces, its simple types as text, and the envelope around a body.</summary>
internal static class EgaisXml
{
    public const string Root = "http://fsrar.ru/WEGAIS/";
    public static readonly XNamespace Envelope = Root + "WB_DOC_SINGLE_01";
    public static readonly XNamespace Client = Root + "ClientRef_v2";
    public static readonly XNamespace Product = Root + "ProductRef_v2";
    public static readonly XNamespace Common = Root + "CommonV3";
    public static readonly XNamespace Origin = Root + "ActInventoryF1F2Info";

    private static readonly (string Prefix, XNamespace Namespace)[] Prefixes = [("ns", Envelope), ("oref", Client), ("pref", Product), ("ce", Common), ("iab", Origin)];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>An element that is left out when it has no text.</summary>
    public static XElement? Optional(XName name, string? text) => text is null ? null : new XElement(name, text);

    public static XElement? Optional(XName name, decimal? number) => number is { } value ? new XElement(name, Text(value)) : null;

    public static XElement? Optional(XName name, DateOnly? day) => day is { } value ? new XElement(name, Text(value)) : null;

    public static string Text(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date and time without a zone, as the registry wants it.</summary>
    public static string Text(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The document of a body, in UTF-8 without a byte order mark. Prefixes are declared once, and no default namespace is: MarkCode has none.</summary>
    public static byte[] Write(string fsrarId, XElement body)
    {
        var used = body.DescendantsAndSelf().Select(element => element.Name.Namespace).Append(Envelope).ToHashSet();
        var own = used.FirstOrDefault(space => space != XNamespace.None && Array.TrueForAll(Prefixes, known => known.Namespace != space));
        var root = new XElement(Envelope + "Documents", new XAttribute("Version", "1.0"));
        foreach (var (prefix, space) in Prefixes.Where(known => used.Contains(known.Namespace))) root.Add(new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName));
        if (own is not null) root.Add(new XAttribute(XNamespace.Xmlns + "b", own.NamespaceName));
        root.Add(new XElement(Envelope + "Owner", new XElement(Envelope + "FSRAR_ID", fsrarId)), new XElement(Envelope + "Document", body));
        return Bytes(new XDocument(root));
    }

    public static byte[] Bytes(XDocument document)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = Utf8 })) document.Save(writer);
        return buffer.ToArray();
    }
}
