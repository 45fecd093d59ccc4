using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>The QueryFilter document and its answer. The schema of neither is public: they are read by local names and by the sentences that users know.</summary>
internal static class FilterXml
{
    private const string Passed = "Проверка пройдена";
    private const string Missing = "Штрихкод не найден";
    private static readonly XNamespace Envelope = "http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01";
    private static readonly XNamespace Filter = "http://fsrar.ru/WEGAIS/QueryFilter";

    public static byte[] Build(string fsrarId, IReadOnlyList<string> marks, bool bare)
    {
        var mark = bare ? (XName)"bc" : Filter + "bc";
        var document = new XDocument(new XDeclaration("1.0", "utf-8", null), new XElement(
            Envelope + "Documents",
            new XAttribute("Version", "1.0"), new XAttribute(XNamespace.Xmlns + "ns", Envelope), new XAttribute(XNamespace.Xmlns + "qf", Filter),
            new XElement(Envelope + "Owner", new XElement(Envelope + "FSRAR_ID", fsrarId)),
            new XElement(Envelope + "Document", new XElement(Envelope + "QueryFilter", marks.Select(one => new XElement(mark, one))))));
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) document.Save(writer);
        return buffer.ToArray();
    }

    /// <summary>The verdicts of the marks asked for, in their order.</summary>
    public static IReadOnlyList<CheckedMark> Read(ReadOnlyMemory<byte> body, IReadOnlyList<string> marks)
    {
        if (Load(body) is not { } root) return Unknown(marks, "Ответ УТМ о марках — не XML.");
        var texts = root.DescendantsAndSelf().Where(element => !element.HasElements).Select(element => element.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        if (texts.Any(text => text.Contains(Missing, StringComparison.OrdinalIgnoreCase))) return OfMissing(texts, marks);
        if (texts.Any(text => text.Contains(Passed, StringComparison.OrdinalIgnoreCase))) return [.. marks.Select(mark => new CheckedMark(mark, MarkVerdict.OnMyBalance))];
        var error = root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "error")?.Value.Trim();
        return Unknown(marks, error is { Length: > 0 } ? error : "Ответ УТМ о марках не понят.");
    }

    // The missing ones are listed as elements of their own, or in the sentence itself. Where none of those asked for is named, nothing is known of any of several.
    private static IReadOnlyList<CheckedMark> OfMissing(HashSet<string> texts, IReadOnlyList<string> marks)
    {
        var sentences = texts.Where(text => text.Contains(Missing, StringComparison.OrdinalIgnoreCase)).ToList();
        var missing = marks.Where(mark => texts.Contains(mark) || sentences.Exists(sentence => sentence.Contains(mark, StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
        if (missing.Count == 0 && marks.Count > 1) return Unknown(marks, "ЕГАИС не нашёл одну из марок и не назвал которую. Проверьте их по одной.");
        return [.. marks.Select(mark => new CheckedMark(mark, missing.Count == 0 || missing.Contains(mark) ? MarkVerdict.NotOnMyBalance : MarkVerdict.OnMyBalance))];
    }

    private static IReadOnlyList<CheckedMark> Unknown(IReadOnlyList<string> marks, string why) => [.. marks.Select(mark => new CheckedMark(mark, MarkVerdict.Unknown) { Why = why })];

    private static XElement? Load(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
