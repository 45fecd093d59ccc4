using System.Globalization;

namespace Connectors.OneC;

/// <summary>Dates of one base: 1C keeps local time without a zone, and its empty date is a value of its own.</summary>
internal sealed class OneCZone(TimeZoneInfo zone)
{
    /// <summary>What 1C writes for a date that is not set.</summary>
    public const string EmptyDate = "0001-01-01T00:00:00";

    private const string Format = "yyyy-MM-ddTHH:mm:ss";
    private const int LastYear = 3999;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Reads a date as 1C code writes it: without zone, with Z or an offset, or as <c>/Date(ms)/</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">Local time of the base; null for the empty date.</param>
    /// <returns>Whether it is a date.</returns>
    public bool TryRead(string text, out DateTime? value)
    {
        value = null;
        if (text.StartsWith("/Date(", StringComparison.Ordinal)) return TryReadTicks(text, out value);
        if (!LooksLikeDate(text)) return false;
        if (text.AsSpan(0, Format.Length).SequenceEqual(EmptyDate)) return HasOnlyZone(text);
        if (text.Length > Format.Length && (text[^1] is 'Z' or 'z' || text.IndexOfAny(['+', '-'], Format.Length) >= 0))
        {
            if (!DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.None, out var moment)) return false;
            value = ToLocal(moment);
            return true;
        }

        if (!DateTime.TryParseExact(text, [Format, Format + ".FFFFFFF"], Invariant, DateTimeStyles.None, out var local)) return false;
        value = local;
        return true;
    }

    /// <summary>Writes a date as 1C reads it: without zone, whole seconds.</summary>
    /// <param name="value">Local time of the base.</param>
    /// <returns>The text; null when 1C has no such date.</returns>
    public static string? Write(DateTime value) => value.Year > LastYear ? null : value.ToString(Format, Invariant);

    /// <summary>Writes a moment as local time of the base.</summary>
    /// <param name="value">The moment.</param>
    /// <returns>The text; null when 1C has no such date.</returns>
    public string? Write(DateTimeOffset value) => Write(ToLocal(value));

    /// <summary>A moment as the clock of the base shows it.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>Local time without zone.</returns>
    public DateTime ToLocal(DateTimeOffset moment) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, zone).DateTime, DateTimeKind.Unspecified);

    private static bool LooksLikeDate(string text) =>
        text.Length is >= 19 and <= 36 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':'
        && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[18]);

    // Behind the empty date stand at most a fraction of zeros and a zone; the zone of nothing means nothing.
    private static bool HasOnlyZone(string text)
    {
        var rest = text.AsSpan(Format.Length);
        if (rest is ['.', ..]) rest = rest[1..].TrimStart('0');
        return rest is "" or "Z" or "z" || (rest is ['+' or '-', ..] && DateTimeOffset.TryParse($"2000-01-01T00:00:00{rest}", Invariant, DateTimeStyles.None, out _));
    }

    private bool TryReadTicks(string text, out DateTime? value)
    {
        value = null;
        if (!text.EndsWith(")/", StringComparison.Ordinal)) return false;
        var inside = text.AsSpan(6, text.Length - 8);
        var end = inside.Length > 1 ? inside[1..].IndexOfAny('+', '-') : -1;
        // What stands behind the milliseconds only tells the zone they were written in.
        if (end >= 0) inside = inside[..(end + 1)];
        if (!long.TryParse(inside, NumberStyles.AllowLeadingSign, Invariant, out var milliseconds)) return false;
        if (milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999) return false;
        if (milliseconds != -62_135_596_800_000) value = ToLocal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        return true;
    }
}
