namespace Emulators.OneC;

/// <summary>Virtual tables of registers.</summary>
internal static class VirtualTables
{
    private static readonly Dictionary<string, string[]> Arguments = new(StringComparer.Ordinal)
    {
        ["SliceLast"] = ["Period", "Condition"],
        ["SliceFirst"] = ["Period", "Condition"],
        ["Balance"] = ["Period", "Condition", "Dimensions"],
        ["Turnovers"] = ["StartPeriod", "EndPeriod", "Periodicity", "Condition", "Dimensions"],
        ["BalanceAndTurnovers"] = ["StartPeriod", "EndPeriod", "Periodicity", "Condition", "Dimensions"],
    };

    public static ODataSource? Find(string owner, ODataSegment segment, OneCRequest request, OneCBase oneC)
    {
        if (ODataSources.Owner(owner, oneC.Options.PublishedObjects) is not { } set || !set.Virtual.TryGetValue(segment.Name, out var fields)) return null;
        // Slices of a register written by documents are taken of its records.
        var ofRecords = set.HasRecords && segment.Name.StartsWith("Slice", StringComparison.Ordinal);
        if (owner != (ofRecords ? set.Name + "_RecordType" : set.Name)) return null;
        var given = Given(segment, request, oneC.Options.VirtualTables);
        var rows = set.HasRecords ? oneC.Data.Rows(set.Name).SelectMany(one => one.Table("RecordSet")) : oneC.Data.Rows(set.Name);
        if (given.GetValueOrDefault("Condition") is string condition)
        {
            var filter = FilterParser.Parse(condition);
            rows = rows.Where(row => FilterLogic.IsTrue(filter(new FilterScope(oneC.Data, row, fields))));
        }

        return new ODataSource($"{owner}_{segment.Name}", [], fields, [.. segment.Name.StartsWith("Slice", StringComparison.Ordinal)
            ? Slice(rows, given, segment.Name == "SliceLast", ofRecords ? "Товар_Key" : "Валюта_Key")
            : VirtualTotals.Of(segment.Name, rows, given)]);
    }

    private static Dictionary<string, object?> Given(ODataSegment segment, OneCRequest request, VirtualTableForm form)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(segment.Arguments))
        {
            if (form == VirtualTableForm.Query) throw new ODataException(6, $"Неверный формат адреса: {segment.Name}({segment.Arguments})");
            foreach (var (name, value) in segment.Values()) given[name] = value;
        }

        if (form != VirtualTableForm.Parenthesis)
        {
            foreach (var (name, value) in request.Query.Pairs.Where(pair => Arguments[segment.Name].Contains(pair.Name)))
            {
                var tokens = Tokens.Of(value);
                given[name] = tokens.Current.Kind == TokenKind.Literal ? tokens.Take().Value : throw new ODataException(14, $"Неверное значение {name}: {value}");
            }
        }

        if (given.Keys.FirstOrDefault(name => !Arguments[segment.Name].Contains(name)) is { } strange) throw new ODataException(21, $"Неизвестный аргумент «{strange}» метода {segment.Name}");
        foreach (var name in given.Keys.Where(name => name.EndsWith("Period", StringComparison.Ordinal)))
        {
            if (given[name] is not DateTime) throw new ODataException(21, $"Аргумент {name} должен быть датой");
        }

        return given;
    }

    private static IEnumerable<ODataRow> Slice(IEnumerable<ODataRow> rows, Dictionary<string, object?> given, bool last, string dimension)
    {
        var period = given.GetValueOrDefault("Period") as DateTime?;
        return rows.Where(row => period is null || (last ? (DateTime)row["Period"]! <= period : (DateTime)row["Period"]! >= period))
            .GroupBy(row => row[dimension])
            .Select(group => last ? group.MaxBy(row => row["Period"])! : group.MinBy(row => row["Period"])!);
    }
}
