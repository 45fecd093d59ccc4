namespace Emulators.OneC;

/// <summary>Dates moved and measured by calendar units.</summary>
internal static class FilterDates
{
    public static DateTime Add(DateTime date, string unit, int count) => unit switch
    {
        "second" => date.AddSeconds(count),
        "minute" => date.AddMinutes(count),
        "hour" => date.AddHours(count),
        "day" => date.AddDays(count),
        "week" => date.AddDays(7 * count),
        "month" => date.AddMonths(count),
        "quarter" => date.AddMonths(3 * count),
        "year" => date.AddYears(count),
        _ => throw Unknown(unit),
    };

    public static decimal Difference(DateTime from, DateTime to, string unit) => unit switch
    {
        "second" => (decimal)(to - from).TotalSeconds,
        "minute" => Math.Truncate((decimal)(to - from).TotalMinutes),
        "hour" => Math.Truncate((decimal)(to - from).TotalHours),
        "day" => (to.Date - from.Date).Days,
        "month" => (to.Year - from.Year) * 12 + to.Month - from.Month,
        "year" => to.Year - from.Year,
        _ => throw Unknown(unit),
    };

    private static ODataException Unknown(string unit) => new(21, $"Неизвестная единица времени {unit}");
}
