using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ServerJobs;

/// <summary>A period of a job, or another length of time in <c>jobs.json</c>: hours:minutes:seconds, at least a second.</summary>
/// <remarks>Not <see cref="TimeSpan.Parse(string)"/>: that reads <c>24:00:00</c> as 24 days and <c>30</c> as 30 days.</remarks>
public readonly record struct JobPeriod
{
    /// <summary>What may be written, for error texts.</summary>
    public const string Format = "hours:minutes:seconds, hours 0..999, minutes and seconds 0..59, at least 0:00:01 (24:00:00 is a day), or days.hours:minutes:seconds";

    /// <summary>The same in Russian.</summary>
    public const string FormatRu = "часы:минуты:секунды, часы 0..999, минуты и секунды 0..59, не меньше 0:00:01 (24:00:00 - сутки), или дни.часы:минуты:секунды";

    private const int MaxHours = 999;
    private readonly TimeSpan value;

    /// <summary>Makes a period.</summary>
    /// <param name="value">The length, a second or more.</param>
    public JobPeriod(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
        this.value = value;
    }

    /// <summary>The length.</summary>
    public TimeSpan Value => value == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : value;

    /// <summary>Reads a period.</summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The period read.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out JobPeriod period)
    {
        period = default;
        if (text is null) return false;
        var days = 0;
        var maxHours = MaxHours;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            if (!TryNumber(text[..dot], 3, MaxHours, out days)) return false;
            maxHours = 23;
        }

        if (text[(dot + 1)..].Split(':') is not [var h, var m, var s]) return false;
        if (!TryNumber(h, 3, maxHours, out var hours) || !TryNumber(m, 2, 59, out var minutes) || !TryNumber(s, 2, 59, out var seconds)) return false;
        var length = new TimeSpan(days, hours, minutes, seconds);
        if (length < TimeSpan.FromSeconds(1)) return false;
        period = new JobPeriod(length);
        return true;
    }

    /// <summary>Reads the period of a job.</summary>
    /// <param name="text">The text.</param>
    /// <param name="jobId">The job, for the error.</param>
    /// <returns>The period.</returns>
    /// <exception cref="FormatException">The text is no period.</exception>
    public static JobPeriod Parse(string text, string jobId) =>
        TryParse(text, out var period) ? period : throw new FormatException($"Job '{jobId}': the period '{text}' is not understood. Write {Format}.");

    /// <summary>The period as <c>hh:mm:ss</c>, hours above 23 where they are; above 999 hours as <c>d.hh:mm:ss</c>.</summary>
    public override string ToString()
    {
        var hours = (int)Value.TotalHours;
        return hours <= MaxHours
            ? string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{Value.Minutes:00}:{Value.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{Value.Days}.{Value.Hours:00}:{Value.Minutes:00}:{Value.Seconds:00}");
    }

    private static bool TryNumber(string text, int maxDigits, int max, out int number)
    {
        number = 0;
        if (text.Length == 0 || text.Length > maxDigits) return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            number = (number * 10) + (digit - '0');
        }

        return number <= max;
    }
}
