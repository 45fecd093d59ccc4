using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>Values of 1C's own types: arrays, structures and their typed members.</summary>
internal static class CoreValues
{
    public static SoapContent Array(params object?[] values) => SoapContent.Of([.. values.Select(Value)]);

    public static SoapContent Structure(params (string Name, object? Value)[] properties) => SoapContent.Of(
        [.. properties.Select(one => new XElement(SoapNames.Core + "Property", new XAttribute("name", one.Name), Value(one.Value)))]);

    /// <summary>Marks a structure or an array that stands where any type may stand.</summary>
    public static SoapContent Typed(SoapContent content, string coreType) =>
        new([new XAttribute(XNamespace.Xmlns + "v8", SoapNames.Core.NamespaceName), new XAttribute(SoapNames.Xsi + "type", "v8:" + coreType), .. content.Attributes], content.Nodes);

    private static XElement Value(object? value)
    {
        var element = SoapWriter.Element(SoapNames.Core + "Value", value);
        if (TypeOf(value) is { } type) element.Add(new XAttribute(SoapNames.Xsi + "type", type));
        return element;
    }

    private static string? TypeOf(object? value) => value switch
    {
        string => "xs:string",
        bool => "xs:boolean",
        decimal or int => "xs:decimal",
        DateTime => "xs:dateTime",
        byte[] => "xs:base64Binary",
        _ => null,
    };
}
