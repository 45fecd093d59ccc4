using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>What stands in the body of a message, in a form that is the same for all styles.</summary>
/// <param name="Wrapper">The element around the parameters; null where they stand in the body themselves.</param>
/// <param name="Frame">The parameters, as the fields of a type.</param>
internal sealed record SoapBody(XmlQualifiedName? Wrapper, XsdType Frame)
{
    /// <summary>Header elements the WSDL declares.</summary>
    public IReadOnlyList<XsdElement> Headers { get; init; } = [];

    /// <summary>The parameters as callers are told about them.</summary>
    public IReadOnlyList<ConnectorParameterInfo> Parameters()
    {
        var required = Frame.Content is null ? [] : Required(Frame.Content).ToHashSet();
        var list = Frame.Fields.List.Select(field => new ConnectorParameterInfo(field.Name, field.Kind)
        {
            Optional = field.Element is not { } element || !required.Contains(element),
            Description = field.Element?.Description,
        }).ToList();
        if (Frame.HasAny) list.Add(new ConnectorParameterInfo(XsdAny.Field, ValueKind.String) { Optional = true, Description = "XML elements as text." });
        var known = list.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        list.AddRange(Headers.Where(header => known.Add(header.Field)).Select(header => new ConnectorParameterInfo(header.Field, XsdField.KindOf(header.Type, null, false)) { Optional = true, Description = "A SOAP header." }));
        return list;
    }

    /// <summary>The kind of the result, or null where that is not known.</summary>
    public ValueKind? ResultKind() => Frame.Fields.List switch
    {
        _ when Frame.HasAny => null,
        [] => ValueKind.Null,
        [var only] => only.Kind is ValueKind.Boolean or ValueKind.String or ValueKind.Binary or ValueKind.Record ? only.Kind : null,
        _ => ValueKind.Record,
    };

    private static IEnumerable<XsdElement> Required(XsdGroup group)
    {
        if (group.Min == 0 || group.Kind == XsdGroupKind.Choice) return [];
        return group.Items.SelectMany(item => item switch
        {
            XsdElement element => element.MayBeLeftOut || (element.Type.Sole is not null && element.Type.Content!.MayBeEmpty) ? [] : [element],
            XsdGroup inner => Required(inner),
            _ => [],
        });
    }
}
