using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Cleverence.DataCollection.Xml;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Brings a classic connector's result into the closed set, in the form the caller named in <c>ТипВозвращаемогоЗначения</c>.</summary>
internal static class ClassicResult
{
    private const string TypeArgument = "ТипВозвращаемогоЗначения";

    public static object? Of(object? returned, InvokeArgs args)
    {
        var wanted = args.TryGetArg(TypeArgument, out var hint) && hint is string text ? PlainName(text) : "";
        if (returned is null || wanted.Length == 0) return ClassicValues.ToContract(returned);
        if (returned is string xml && new XmlSerializer().TypeProvider.Find(wanted) is not null && xml.AsSpan().TrimStart().StartsWith("<")) returned = Parsed(xml, wanted);
        var value = ClassicValues.ToContract(returned);
        return wanted.Equals(nameof(RowCollection), StringComparison.OrdinalIgnoreCase) ? ClassicValues.ToTable(value)
            : SimpleType(wanted) is not { } type || value is null ? value
            : ConnectorValues.TryConvert(value, type, out var converted) ? ClassicValues.ToContract(converted)
            : throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The result of {args.MethodName} is not the {wanted} the caller asked for.")
            {
                MessageRu = $"Результат {args.MethodName} не приводится к типу {wanted}, который просил вызывающий.",
                Detail = $"{TypeArgument} = {hint}; returned {ConnectorValues.NameOf(ConnectorValues.KindOf(value))}.",
            });
    }

    /// <summary>The type's own name: what stands before the comma, without its namespace.</summary>
    private static string PlainName(string text)
    {
        var name = text.Split(',')[0].Trim();
        return name[(name.LastIndexOf('.') + 1)..];
    }

    // Objects often travel as XML text; a text that is no such object stays a text.
    private static object Parsed(string xml, string wanted)
    {
        if (SimpleType(wanted) is not null) return xml;
        try
        {
            return new XmlSerializer().Deserialize(xml);
        }
        catch (Exception problem) when (problem is FormatException or System.Xml.XmlException)
        {
            return xml;
        }
    }

    private static Type? SimpleType(string name) => name switch
    {
        "String" => typeof(string),
        "Boolean" => typeof(bool),
        "Int32" or "Int64" => typeof(long),
        "Decimal" or "Double" => typeof(decimal),
        _ => null,
    };
}
