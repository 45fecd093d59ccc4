using System.Text;
using System.Xml;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>A header with places for arguments; without an argument for one of them it is not sent.</summary>
internal sealed class HeaderTemplate(string xml, IReadOnlyList<string> operations)
{
    private readonly List<(string Text, bool IsPlace)> parts = Split(xml);

    /// <summary>The names of its arguments.</summary>
    public IEnumerable<string> Places => parts.Where(part => part.IsPlace).Select(part => part.Text);

    public bool IsFor(string operation) => operations.Count == 0 || operations.Contains(operation, StringComparer.OrdinalIgnoreCase);

    /// <summary>The XML of a header given by name and value.</summary>
    public static string Element(SoapHeaderSettings settings, string envelope)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement(settings.Name, settings.Namespace);
            if (settings.MustUnderstand) writer.WriteAttributeString("soap", "mustUnderstand", envelope, "1");
            writer.WriteString(settings.Value);
            writer.WriteEndElement();
        }

        return text.ToString();
    }

    /// <summary>The header of a call, or null.</summary>
    public SoapHeader? Fill(InvokeArgs args)
    {
        var text = new StringBuilder();
        foreach (var (part, isPlace) in parts)
        {
            if (!isPlace) text.Append(part);
            else if (args.TryGetArg(part, out var value) && value is not null) text.Append(Escaped(ConnectorValues.ToText(value)));
            else return null;
        }

        return new SoapHeader(text.ToString());
    }

    /// <summary>The XML with all places filled by a word, to see whether it is XML.</summary>
    public string Sample() => string.Concat(parts.Select(part => part.IsPlace ? "x" : part.Text));

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);

    private static List<(string, bool)> Split(string text)
    {
        var parts = new List<(string, bool)>();
        var from = 0;
        while (text.IndexOf('{', from) is >= 0 and var open && text.IndexOf('}', open) is > 0 and var close)
        {
            parts.Add((text[from..open], false));
            parts.Add((text[(open + 1)..close].Trim(), true));
            from = close + 1;
        }

        parts.Add((text[from..], false));
        return parts;
    }
}
