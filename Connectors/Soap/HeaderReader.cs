using System.Text.RegularExpressions;
using System.Xml;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>Makes the headers of the settings ready for one version of SOAP.</summary>
internal static partial class HeaderReader
{
    private const int ShortestSecret = 6;
    private const string Envelope11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Envelope12 = "http://www.w3.org/2003/05/soap-envelope";

    public static IReadOnlyList<HeaderTemplate> Read(IList<SoapHeaderSettings> settings, SoapVersion version, SettingsProblems? problems)
    {
        var headers = new List<HeaderTemplate>();
        for (var at = 0; at < settings.Count; at++)
        {
            if (One(settings[at], at, version, problems) is { } header) headers.Add(header);
        }

        return headers;
    }

    /// <summary>Texts of the headers that are likely to be secrets, such as tokens and passwords; they are kept out of errors and the log.</summary>
    public static IEnumerable<string> Secrets(IEnumerable<SoapHeaderSettings> settings) =>
        settings.SelectMany(header => header.Name.Length > 0 ? [header.Value] : TextPattern().Matches(header.Xml).Select(text => text.Value.Trim('>', '<')))
            .Where(text => text.Trim().Length >= ShortestSecret && !text.Contains('{', StringComparison.Ordinal));

    private static HeaderTemplate? One(SoapHeaderSettings settings, int at, SoapVersion version, SettingsProblems? problems)
    {
        var place = $"soapHeaders[{at}]";
        if (settings.Xml.Length > 0 == settings.Name.Length > 0)
        {
            problems?.Add("SOAP_HEADER_UNCLEAR", place, "A SOAP header has either xml or a name, and not both.", "У заголовка SOAP должно быть либо xml, либо имя, но не оба.", "Write xml with the whole element, or name, namespace and value.", "Укажите xml с целым элементом либо name, namespace и value.");
            return null;
        }

        if (settings.Name.Length > 0 && !IsName(settings.Name))
        {
            problems?.Add("SOAP_HEADER_NAME", $"{place}.name", $"'{settings.Name}' is not a name of XML.", $"«{settings.Name}» — не имя XML.", "Write a name without prefix, spaces and signs.", "Укажите имя без префикса, пробелов и знаков.");
            return null;
        }

        var header = new HeaderTemplate(settings.Name.Length > 0 ? HeaderTemplate.Element(settings, version == SoapVersion.Soap12 ? Envelope12 : Envelope11) : settings.Xml, [.. settings.Operations]);
        if (IsXml(header.Sample())) return header;
        problems?.Add("SOAP_HEADER_XML", $"{place}.xml", "The header is not one well-formed XML element.", "Заголовок — не один правильный элемент XML.", "Write one element with its namespaces declared; <, & in texts are &lt; and &amp;.", "Запишите один элемент с объявленными пространствами имён; <, & в тексте — это &lt; и &amp;.");
        return null;
    }

    private static bool IsName(string text)
    {
        try
        {
            return XmlConvert.VerifyNCName(text).Length > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsXml(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    [GeneratedRegex(">[^<>]+<")]
    private static partial Regex TextPattern();
}
