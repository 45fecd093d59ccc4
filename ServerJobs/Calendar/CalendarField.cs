using System.Globalization;

namespace ServerJobs;

/// <summary>One property of a calendar schedule that is a single value, and what may be written in it. Zero is "not set".</summary>
internal sealed record CalendarField(string Name, CalendarKind Kind, int Min = 0, int Max = int.MaxValue)
{
    private const int SecondsOfDay = 86_400, LongestRun = 30 * SecondsOfDay;
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly string[] Times = ["H:mm:ss", "H:mm", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>The fields of a row, in the order of the XML form.</summary>
    public static readonly IReadOnlyList<CalendarField> OfRow =
    [
        new("BeginTime", CalendarKind.Time), new("EndTime", CalendarKind.Time), new("CompletionTime", CalendarKind.Time),
        new("CompletionInterval", CalendarKind.Number, 0, LongestRun), new("RepeatPeriodInDay", CalendarKind.Number, 0, SecondsOfDay - 1), new("RepeatPause", CalendarKind.Number),
    ];

    /// <summary>All fields, in the order of the XML form. Longer distances than the ten years looked ahead are refused.</summary>
    public static readonly IReadOnlyList<CalendarField> All =
    [
        new("BeginDate", CalendarKind.Date), new("EndDate", CalendarKind.Date), .. OfRow,
        new("WeekDayInMonth", CalendarKind.Number, -5, 5), new("DayInMonth", CalendarKind.Number, -31, 31),
        new("WeeksPeriod", CalendarKind.Number, 0, 522), new("DaysRepeatPeriod", CalendarKind.Number, 0, 3660),
    ];

    /// <summary>The name in JSON.</summary>
    public string JsonName => char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>What may be written, for error texts.</summary>
    public string Expected => Kind switch
    {
        CalendarKind.Date => "a date year-month-day, such as 2026-03-10",
        CalendarKind.Time => "a time of day 00:00:00..23:59:59",
        _ => string.Create(CultureInfo.InvariantCulture, $"a whole number {Min}..{Max}{(IsLength ? " (seconds)" : "")}"),
    };

    /// <summary>The same in Russian.</summary>
    public string ExpectedRu => Kind switch
    {
        CalendarKind.Date => "дата год-месяц-день, например 2026-03-10",
        CalendarKind.Time => "время суток 00:00:00..23:59:59",
        _ => string.Create(CultureInfo.InvariantCulture, $"целое число {Min}..{Max}{(IsLength ? " (секунды)" : "")}"),
    };

    private bool IsLength => Name is "CompletionInterval" or "RepeatPeriodInDay" or "RepeatPause";

    /// <summary>Reads a value.</summary>
    public bool TryRead(string text, out int value)
    {
        value = 0;
        switch (Kind)
        {
            case CalendarKind.Date when DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                value = DateOnly.FromDateTime(date).DayNumber;
                return true;
            case CalendarKind.Time when DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time):
                value = (int)time.TimeOfDay.TotalSeconds;
                return true;
            case CalendarKind.Number when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value):
                return value >= Min && value <= Max;
            default:
                return false;
        }
    }

    /// <summary>Writes a value.</summary>
    public string Write(int value) => Kind switch
    {
        CalendarKind.Date => DateOnly.FromDayNumber(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CalendarKind.Time => TimeSpan.FromSeconds(value % SecondsOfDay).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
