using System.Globalization;
using System.Numerics;

namespace Connectors.Transport;

/// <summary>Reads the text of a number into a decimal without losing a digit, or not at all.</summary>
public static class ExactDecimal
{
    private const int MaxScale = 28;

    /// <summary>More digits than a decimal can have, zeros at both ends included; the time for longer ones grows faster than they do.</summary>
    private const int MaxLength = 2_000;

    private static readonly BigInteger Largest = new(decimal.MaxValue);

    /// <summary>Reads digits with a point and an exponent; false for NaN, infinities, and numbers that a decimal cannot hold exactly.</summary>
    /// <param name="text">The text, without spaces around it.</param>
    /// <param name="number">The number, or zero.</param>
    /// <returns>Whether the decimal is the same number as the text.</returns>
    public static bool TryParse(string text, out decimal number)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && text.Length <= MaxScale) return true;
        number = 0;
        var (mantissa, exponent) = Split(text);
        if (mantissa is null || mantissa.Length > MaxLength) return false;
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return false;
        if (whole.IsZero) return true;

        // A number of few digits with a far exponent must not be written out first.
        if (scale < -MaxScale || scale > 2_000) return false;
        while (scale > MaxScale || (scale > 0 && BigInteger.Abs(whole) > Largest))
        {
            whole = BigInteger.DivRem(whole, 10, out var rest);
            if (!rest.IsZero) return false;
            scale--;
        }

        if (scale < 0) (whole, scale) = (whole * BigInteger.Pow(10, -scale), 0);
        if (BigInteger.Abs(whole) > Largest) return false;
        var bits = decimal.GetBits((decimal)BigInteger.Abs(whole));
        number = new decimal(bits[0], bits[1], bits[2], whole.Sign < 0, (byte)scale);
        return true;
    }

    private static (string? Mantissa, int Exponent) Split(string text)
    {
        if (text.Length == 0 || !text.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '-' or '.' or 'e' or 'E')) return (null, 0);
        var at = text.IndexOfAny(['e', 'E']);
        if (at < 0) return (text, 0);
        return int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) < 10_000 ? (text[..at], exponent) : (null, 0);
    }
}
