using System.Buffers;
using System.Text.Json;

namespace Connectors.Hosting;

/// <summary>Numbers as their digits say: a whole number that fits is a long, everything else a decimal with its digits kept. Never a float, never rounded.</summary>
internal static class ExactNumber
{
    private const int MaxScale = 28;
    private const int MaxExponent = 1_000_000;
    private static readonly UInt128 MaxMantissa = (UInt128.One << 96) - 1;
    private static readonly UInt128 AlmostFull = (UInt128.MaxValue - 9) / 10;

    public static object Read(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole)) return whole;
        var digits = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (TryParse(digits, out var number)) return number;
        throw new JsonFault(reader.TokenStartIndex, "the number cannot be kept exactly: at most 28 digits are", "число нельзя сохранить точно: помещается не больше 28 цифр");
    }

    /// <summary>Reads <c>-12.50</c> or <c>1.25e2</c>; false when it is no number or has more digits than a decimal holds.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal number)
    {
        number = 0;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (!TryReadDigits(text, ref at, out var mantissa, out var scale)) return false;
        if (at < text.Length && !TryReadExponent(text, at, ref scale)) return false;
        if (!TryFit(ref mantissa, ref scale)) return false;
        var low = (ulong)mantissa;
        number = new decimal((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)(ulong)(mantissa >> 64), text[0] == '-', (byte)scale);
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, ref int at, out UInt128 mantissa, out int scale)
    {
        mantissa = 0;
        scale = 0;
        var (start, point) = (at, false);
        for (; at < text.Length; at++)
        {
            var digit = text[at] - '0';
            if (text[at] == '.' && !point && at > start)
            {
                point = true;
            }
            else if (digit is < 0 or > 9)
            {
                break;
            }
            else if (mantissa <= AlmostFull)
            {
                mantissa = mantissa * 10 + (uint)digit;
                if (point) scale++;
            }
            else if (digit != 0)
            {
                return false;
            }
            else if (!point)
            {
                scale--;
            }
        }

        return at > start && text[at - 1] != '.';
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, int at, ref int scale)
    {
        if (text[at] is not ((byte)'e' or (byte)'E') || ++at >= text.Length) return false;
        var negative = text[at] == '-';
        if (text[at] is (byte)'-' or (byte)'+') at++;
        if (at >= text.Length) return false;
        var exponent = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] is < (byte)'0' or > (byte)'9') return false;
            exponent = Math.Min(exponent * 10 + (text[at] - '0'), MaxExponent);
        }

        scale += negative ? exponent : -exponent;
        return true;
    }

    private static bool TryFit(ref UInt128 mantissa, ref int scale)
    {
        if (mantissa == 0) scale = Math.Clamp(scale, 0, MaxScale);
        for (; scale < 0 && mantissa <= MaxMantissa; scale++) mantissa *= 10;
        while (scale > 0 && (scale > MaxScale || mantissa > MaxMantissa))
        {
            var (quotient, digit) = UInt128.DivRem(mantissa, 10);
            if (digit != 0) return false;
            mantissa = quotient;
            scale--;
        }

        return scale >= 0 && mantissa <= MaxMantissa;
    }
}
