using System.Globalization;
using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Transport.Soap;

/// <summary>Makes texts of values, exact and by the schema's rules.</summary>
internal static class XsdWriting
{
    /// <summary>The text of a value, or null with what is wrong.</summary>
    public static string? Text(XsdSimple type, object? value, out ArgumentProblem? problem)
    {
        problem = null;
        if (type.Item is not null) return ListText(type, value, out problem);
        if (type.Members.Count > 0) return UnionText(type, value, out problem);
        var text = AtomText(type, value);
        if (text is null)
        {
            problem = XsdWanted.Not(type, value);
        }
        else if (type.Enumeration.Count > 0 && !type.Enumeration.Contains(text, StringComparer.Ordinal))
        {
            problem = XsdWanted.Not(type, value);
        }
        else if (!IsXml(text))
        {
            problem = new("it holds a character that XML cannot carry", "содержит знак, недопустимый в XML");
        }
        else if (type.IsRestricted && XsdChecks.Problem(type, text) is { } rule)
        {
            problem = XsdWanted.Breaks(type, value, rule);
        }

        return problem is null ? text : null;
    }

    /// <summary>Whether XML can carry all characters of a text.</summary>
    public static bool IsXml(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) continue;
            if (at + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) return false;
            at++;
        }

        return true;
    }

    private static string? AtomText(XsdSimple type, object? value)
    {
        if (value is ConnectorRecord or ConnectorTable) return null;
        switch (type.Code)
        {
            case XmlTypeCode.Boolean:
                return ConnectorValues.TryConvert(value is long and (0 or 1) ? (long)value == 1 : value, typeof(bool), out var flag) && flag is bool sure ? sure ? "true" : "false" : null;
            case XmlTypeCode.Decimal:
                return Number(value);
            case XmlTypeCode.Float or XmlTypeCode.Double:
                return value is string and ("INF" or "-INF" or "NaN") ? (string)value : Number(value);
            case >= XmlTypeCode.Integer and <= XmlTypeCode.PositiveInteger:
                return Whole(type, value);
            case XmlTypeCode.DateTime:
                return XsdDates.Of(value) is { } time ? XsdDates.DateTimeText(time) : null;
            case XmlTypeCode.Date:
                return XsdDates.Of(value) is { } day ? XsdDates.DateText(day) : null;
            case XmlTypeCode.Time:
                return value is DateTime clock ? clock.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) : Checked(type, value);
            case XmlTypeCode.Base64Binary:
                return Bytes(value) is { } bytes ? Convert.ToBase64String(bytes) : null;
            case XmlTypeCode.HexBinary:
                return value is byte[] raw ? Convert.ToHexString(raw) : Checked(type, value);
            case XmlTypeCode.String or XmlTypeCode.NormalizedString or XmlTypeCode.Token or XmlTypeCode.AnyUri or XmlTypeCode.None or XmlTypeCode.AnyAtomicType or XmlTypeCode.Item:
                return value is IReadOnlyList<object?> ? null : ConnectorValues.ToText(value);
            default:
                return Checked(type, value);
        }
    }

    private static string? Number(object? value) =>
        ConnectorValues.TryConvert(value, typeof(decimal), out var number) && number is decimal exact ? exact.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Whole(XsdSimple type, object? value)
    {
        if (!ConnectorValues.TryConvert(value, typeof(decimal), out var number) || number is not decimal whole || decimal.Truncate(whole) != whole) return null;
        var text = decimal.Truncate(whole).ToString(CultureInfo.InvariantCulture);
        return XsdChecks.Fits(type, text) || type.IsRestricted ? text : null;
    }

    // Base64 arrives as text from a caller that speaks JSON.
    private static byte[]? Bytes(object? value) =>
        value is byte[] bytes ? bytes : value is string text && XsdReading.TryValue(XmlTypeCode.Base64Binary, text, out var read) ? (byte[]?)read : null;

    private static string? Checked(XsdSimple type, object? value)
    {
        if (value is IReadOnlyList<object?>) return null;
        var text = ConnectorValues.ToText(value).Trim();
        return type.IsRestricted || XsdChecks.Fits(type, text) ? text : null;
    }

    private static string? ListText(XsdSimple type, object? value, out ArgumentProblem? problem)
    {
        problem = null;
        var items = value is IReadOnlyList<object?> list ? list : value is string joined ? XsdReading.Split(joined) : [value];
        var texts = new List<string>(items.Count);
        foreach (var item in items)
        {
            if (Text(type.Item!, item, out problem) is not { } text) return null;
            texts.Add(text);
        }

        return string.Join(' ', texts);
    }

    private static string? UnionText(XsdSimple type, object? value, out ArgumentProblem? problem)
    {
        problem = null;
        foreach (var member in type.Members)
        {
            if (Text(member, value, out _) is { } text && XsdChecks.Fits(member, text)) return text;
        }

        problem = XsdWanted.Not(type, value);
        return null;
    }
}
