using System.Globalization;

namespace Emulators.OneC;

/// <summary>Query options of a reading.</summary>
internal sealed record ODataOptions
{
    private static readonly string[] Known = ["$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$inlinecount", "$format"];

    public Func<FilterScope, object?>? Filter { get; private init; }

    public IReadOnlyList<string>? Select { get; private init; }

    public IReadOnlyList<string> Expand { get; private init; } = [];

    public IReadOnlyList<(IReadOnlyList<string> Path, bool Descending)> Order { get; private init; } = [];

    public int? Top { get; private init; }

    public int Skip { get; private init; }

    public bool CountsAll { get; private init; }

    public bool AllowedOnly { get; private init; }

    public static ODataOptions Read(OneCQuery query)
    {
        // %2524 decodes to %24: a caller who encoded twice.
        var strange = query.Names.FirstOrDefault(name => (name.StartsWith('$') || name.StartsWith("%24", StringComparison.Ordinal)) && !Known.Contains(name));
        if (strange is not null) throw new ODataException(14, $"Неизвестный параметр запроса {strange}");
        if (query.Names.Where(name => name.StartsWith('$')).GroupBy(name => name).Any(same => same.Count() > 1)) throw new ODataException(14, "Параметр запроса указан дважды");
        return new ODataOptions
        {
            Filter = query["$filter"] is { } filter ? FilterParser.Parse(filter) : null,
            Select = query["$select"] is { } select ? List(select) : null,
            Expand = List(query["$expand"] ?? ""),
            Order = [.. List(query["$orderby"] ?? "").Select(Direction)],
            Top = query["$top"] is { } top ? Number("$top", top) : null,
            Skip = query["$skip"] is { } skip ? Number("$skip", skip) : 0,
            CountsAll = query["$inlinecount"] switch { null or "none" => false, "allpages" => true, var other => throw new ODataException(14, $"Неверное значение $inlinecount: {other}") },
            AllowedOnly = query["allowedOnly"] == "true",
        };
    }

    private static List<string> List(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static int Number(string option, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ODataException(14, $"Неверное значение {option}: {text}");

    private static (IReadOnlyList<string>, bool) Direction(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var path] => (path.Split('/'), false),
        [var path, "asc"] => (path.Split('/'), false),
        [var path, "desc"] => (path.Split('/'), true),
        _ => throw new ODataException(14, $"Неверный порядок: {text}"),
    };
}
