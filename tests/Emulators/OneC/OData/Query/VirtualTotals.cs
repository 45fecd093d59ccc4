namespace Emulators.OneC;

/// <summary>Balances and turnovers of the stock register, grouped by the wanted dimensions.</summary>
internal static class VirtualTotals
{
    private static readonly string[] All = ["Товар", "Склад"];

    public static IEnumerable<ODataRow> Of(string table, IEnumerable<ODataRow> movements, IReadOnlyDictionary<string, object?> given)
    {
        var dimensions = given.GetValueOrDefault("Dimensions") is string { Length: > 0 } text ? text.Split(',', StringSplitOptions.TrimEntries).Select(Plain).ToArray() : All;
        if (dimensions.FirstOrDefault(name => !All.Contains(name)) is { } strange) throw new ODataException(21, $"Нет измерения {strange}");
        var from = given.GetValueOrDefault("StartPeriod") as DateTime? ?? DateTime.MinValue;
        var to = given.GetValueOrDefault("EndPeriod") as DateTime? ?? DateTime.MaxValue;
        // A balance at a moment does not hold what is written at that very moment.
        var moment = given.GetValueOrDefault("Period") as DateTime? ?? DateTime.MaxValue;
        return movements.GroupBy(row => string.Join('|', dimensions.Select(name => row[name + "_Key"]))).Select(group =>
        {
            var row = new ODataRow();
            foreach (var name in dimensions) row[name + "_Key"] = group.First()[name + "_Key"];
            if (table == "Balance") row["КоличествоBalance"] = Sum(group, one => At(one) < moment);
            else Fill(row, group, from, to, table == "BalanceAndTurnovers");
            return row;
        }).Where(row => table != "Balance" || row["КоличествоBalance"] is not 0m);
    }

    private static void Fill(ODataRow row, IEnumerable<ODataRow> group, DateTime from, DateTime to, bool withBalance)
    {
        var inside = group.Where(one => At(one) >= from && At(one) <= to).ToList();
        if (withBalance) row["КоличествоOpeningBalance"] = Sum(group, one => At(one) < from);
        row["КоличествоTurnover"] = Sum(inside, _ => true);
        row["КоличествоReceipt"] = Sum(inside, one => one["RecordType"] is "Receipt");
        row["КоличествоExpense"] = -Sum(inside, one => one["RecordType"] is "Expense");
        if (withBalance) row["КоличествоClosingBalance"] = Sum(group, one => At(one) <= to);
    }

    private static string Plain(string name) => name.EndsWith("_Key", StringComparison.Ordinal) ? name[..^4] : name;

    private static DateTime At(ODataRow row) => (DateTime)row["Period"]!;

    private static decimal Sum(IEnumerable<ODataRow> rows, Func<ODataRow, bool> chosen) =>
        rows.Where(chosen).Sum(row => row["RecordType"] is "Expense" ? -(decimal)row["Количество"]! : (decimal)row["Количество"]!);
}
