using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>Writes answers and faults: <c>return</c> first, then in-out and out parameters in declared order.</summary>
internal static class SoapWriter
{
    public static OneCReply Reply(XNamespace version, int status, XElement content)
    {
        var envelope = new XElement(version + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", version.NamespaceName), new XElement(version + "Body", content));
        return OneCReply.Text(status, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + envelope.ToString(SaveOptions.DisableFormatting),
            version == SoapNames.Envelope11 ? "text/xml; charset=utf-8" : "application/soap+xml; charset=utf-8");
    }

    public static XElement Response(SoapService service, SoapOperation operation, SoapAnswer answer)
    {
        var response = new XElement(service.Xmlns + (operation.Name + "Response"), new XAttribute(XNamespace.Xmlns + "m", service.Xmlns.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xs", SoapNames.Xs.NamespaceName), new XAttribute(XNamespace.Xmlns + "xsi", SoapNames.Xsi.NamespaceName));
        if (operation.Return is { } given) response.Add(Element(service.Xmlns + given.Name, answer.Return));
        foreach (var parameter in operation.Outgoing)
        {
            response.Add(Element(service.Xmlns + parameter.Name, answer.Outs.First(one => one.Name == parameter.Name).Value));
        }

        return response;
    }

    public static OneCReply Fault(XNamespace version, bool isCaller, string text) => Reply(version, 500, version == SoapNames.Envelope11
        ? new XElement(version + "Fault", new XElement("faultcode", isCaller ? "soap:Client" : "soap:Server"), new XElement("faultstring", text), new XElement("detail"))
        : new XElement(version + "Fault",
            new XElement(version + "Code", new XElement(version + "Value", isCaller ? "soap:Sender" : "soap:Receiver")),
            new XElement(version + "Reason", new XElement(version + "Text", new XAttribute(XNamespace.Xml + "lang", "ru"), text))));

    public static XElement Element(XName name, object? value) => value switch
    {
        null => new XElement(name, SoapNames.Nil),
        SoapContent content => new XElement(name, content.Attributes, content.Nodes),
        _ => new XElement(name, Text(value)),
    };

    public static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        decimal number => XmlConvert.ToString(number),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
