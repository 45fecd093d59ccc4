using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>Makes values of texts. What a text is not, it stays: an answer is never refused for one odd cell.</summary>
internal static class XsdReading
{
    private const int MaxDigits = 28;

    public static object? Value(XsdSimple type, string text)
    {
        if (type.Item is { } item) return Split(text).Select(part => Value(item, part)).ToList();
        if (type.Members.Count > 0) return OfUnion(type, text);
        return TryValue(type.Code, text, out var value) ? value : text;
    }

    /// <summary>The value of a text by its built-in type.</summary>
    public static bool TryValue(XmlTypeCode code, string text, out object? value)
    {
        value = text;
        switch (code)
        {
            case XmlTypeCode.Boolean:
                return TryBoolean(text.AsSpan().Trim(), out value);
            case XmlTypeCode.Decimal or XmlTypeCode.Float or XmlTypeCode.Double:
                return TryDecimal(text, out value);
            case >= XmlTypeCode.Integer and <= XmlTypeCode.PositiveInteger:
                return TryInteger(text, out value);
            case XmlTypeCode.DateTime or XmlTypeCode.Date:
                return XsdDates.TryRead(text.Trim(), out value);
            case XmlTypeCode.Base64Binary:
                return TryBase64(text, out value);
            case XmlTypeCode.HexBinary:
                return TryHex(text.Trim(), out value);
            case XmlTypeCode.String or XmlTypeCode.NormalizedString or XmlTypeCode.None or XmlTypeCode.Item or XmlTypeCode.AnyAtomicType:
                return true;
            default:
                value = text.Trim();
                return true;
        }
    }

    public static string[] Split(string text) => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static object? OfUnion(XsdSimple type, string text)
    {
        foreach (var member in type.Members)
        {
            if (XsdChecks.Fits(member, text.Trim())) return Value(member, text);
        }

        return text;
    }

    private static bool TryBoolean(ReadOnlySpan<char> text, out object? value)
    {
        var yes = text is "true" or "1";
        value = yes ? True : False;
        return yes || text is "false" or "0";
    }

    private static readonly object True = true;
    private static readonly object False = false;

    private static bool TryDecimal(string text, out object? value)
    {
        // A number with more digits than a decimal keeps stays text; rounding it would be our invention.
        decimal number = 0;
        var fits = (text.Length <= MaxDigits || text.Count(char.IsAsciiDigit) <= MaxDigits) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        value = number;
        return fits;
    }

    private static bool TryInteger(string text, out object? value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var whole))
        {
            value = whole;
            return true;
        }

        var fits = decimal.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var large);
        value = large;
        return fits;
    }

    private static bool TryBase64(string text, out object? value)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var fits = Convert.TryFromBase64String(text, bytes, out var count);
        value = fits ? bytes[..count] : null;
        return fits;
    }

    private static bool TryHex(string text, out object? value)
    {
        var fits = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        value = fits ? Convert.FromHexString(text) : null;
        return fits;
    }
}
