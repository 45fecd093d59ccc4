using System.Xml.Linq;

namespace Connectors.Transport.Soap;

/// <summary>Reads a fault of SOAP 1.1 or 1.2; services are careless about its namespaces, so local names decide.</summary>
internal static class FaultReader
{
    public static SoapFault Read(string xml)
    {
        using var reader = SafeXml.Read(xml);
        var fault = XElement.Load(reader);
        var code = Child(fault, "Code");
        var detail = Child(fault, "detail") ?? Child(fault, "Detail");
        var first = detail?.Elements().FirstOrDefault();
        return new SoapFault(Local((code is null ? Child(fault, "faultcode") : Child(code, "Value"))?.Value), TextOf(fault))
        {
            Subcode = Local(code is null ? Dotted(Child(fault, "faultcode")?.Value) : Innermost(code)),
            Detail = detail?.ToString(SaveOptions.DisableFormatting) ?? "",
            DetailName = first?.Name.LocalName ?? "",
        };
    }

    // The reason may come in several languages; 1C speaks the session's.
    private static string TextOf(XElement fault)
    {
        if (Child(fault, "faultstring") is { } text) return text.Value.Trim();
        var texts = Child(fault, "Reason")?.Elements().Where(element => element.Name.LocalName == "Text").ToList() ?? [];
        var chosen = texts.Find(one => Language(one).StartsWith("ru", StringComparison.OrdinalIgnoreCase)) ?? texts.Find(one => Language(one).StartsWith("en", StringComparison.OrdinalIgnoreCase)) ?? texts.FirstOrDefault();
        return chosen?.Value.Trim() ?? "";
    }

    private static string Language(XElement text) => (string?)text.Attribute(XNamespace.Xml + "lang") ?? "";

    private static string? Innermost(XElement code)
    {
        string? found = null;
        for (var at = Child(code, "Subcode"); at is not null; at = Child(at, "Subcode")) found = Child(at, "Value")?.Value ?? found;
        return found;
    }

    // SOAP 1.1 refines a code behind a dot: Client.Authentication.
    private static string? Dotted(string? code)
    {
        var dot = code?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot < 0 ? null : code![(dot + 1)..];
    }

    private static string Local(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        var text = name.Trim();
        var local = text[(text.LastIndexOf(':') + 1)..];
        var dot = local.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? local[..dot] : local;
    }

    private static XElement? Child(XElement within, string name) => within.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
