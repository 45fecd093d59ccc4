using System.Xml.Schema;
using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Transport.Soap;

/// <summary>Says what a type takes, in both languages.</summary>
internal static class XsdWanted
{
    private const int ShownValues = 8;

    public static ArgumentProblem Not(XsdSimple type, object? value)
    {
        var wanted = Of(type);
        var shown = Shown(value);
        return new($"{shown.Text} is not {wanted.Text}", $"{shown.TextRu} — не {wanted.TextRu}");
    }

    public static ArgumentProblem Breaks(XsdSimple type, object? value, string rule)
    {
        var shown = Shown(value);
        var name = type.Name.IsEmpty ? "" : $" {type.Name.Name}";
        return new($"{shown.Text} breaks a rule of its type{name} ({Short(rule)})", $"{shown.TextRu} нарушает правило типа{name} ({Short(rule)})");
    }

    /// <summary>A value as an error shows it.</summary>
    public static ArgumentProblem Shown(object? value) => value switch
    {
        null => new("null", "null"),
        ConnectorRecord => new("a record", "запись"),
        ConnectorTable => new("a table", "таблица"),
        byte[] => new("binary", "двоичные данные"),
        string text => new($"'{Short(text)}'", $"«{Short(text)}»"),
        System.Collections.IEnumerable => new("a list", "список"),
        _ => new(ConnectorValues.ToText(value), ConnectorValues.ToText(value)),
    };

    private static ArgumentProblem Of(XsdSimple type)
    {
        if (type.Members.Count > 0)
        {
            var members = type.Members.Select(Of).ToList();
            return new(string.Join(" or ", members.Select(member => member.Text)), string.Join(" и не ", members.Select(member => member.TextRu)));
        }

        if (type.Enumeration.Count > 0) return new($"one of {OneOf(type.Enumeration)}", $"одно из {OneOf(type.Enumeration)}");
        return type.Code switch
        {
            XmlTypeCode.Boolean => new("true or false", "true/false"),
            XmlTypeCode.Decimal or XmlTypeCode.Float or XmlTypeCode.Double => new("a number", "число"),
            XmlTypeCode.Integer or XmlTypeCode.Long => new("a whole number", "целое число"),
            > XmlTypeCode.Integer and <= XmlTypeCode.PositiveInteger => new($"a whole number of type xs:{CodeName(type)}", $"целое число типа xs:{CodeName(type)}"),
            XmlTypeCode.DateTime => new("a date and time (2026-05-31T14:03:00)", "дата и время (2026-05-31T14:03:00)"),
            XmlTypeCode.Date => new("a date (2026-05-31)", "дата (2026-05-31)"),
            XmlTypeCode.Base64Binary => new("base64", "base64"),
            XmlTypeCode.String => new("text", "строка"),
            _ => new($"a value of type xs:{CodeName(type)}", $"значение типа xs:{CodeName(type)}"),
        };
    }

    private static string CodeName(XsdSimple type) => XmlSchemaType.GetBuiltInSimpleType(type.Code)?.QualifiedName.Name ?? type.Code.ToString();

    private static string OneOf(IReadOnlyList<string> values) =>
        values.Count <= ShownValues ? string.Join(", ", values) : $"{string.Join(", ", values.Take(ShownValues))}… ({values.Count})";

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
