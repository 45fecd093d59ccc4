namespace TsdClient;

/// <summary>The picture of a 240×320 display: a box of 30 columns and 20 rows with a title, a body and a footer.</summary>
internal static class Screen
{
    public const int Columns = 30;
    public const int Rows = 20;
    public const int BodyWidth = Columns - 2;
    public const int BodyRows = Rows - 6;

    public static string Draw(string title, IReadOnlyList<string> body, string footer = "")
    {
        var lines = new List<string>(Rows) { $"┌{Bar}┐", Line(title), $"├{Bar}┤" };
        lines.AddRange(Enumerable.Range(0, BodyRows).Select(at => Line(at < body.Count ? body[at] : "")));
        lines.AddRange([$"├{Bar}┤", Line(footer), $"└{Bar}┘"]);
        return string.Join('\n', lines);
    }

    private static string Bar { get; } = new('─', BodyWidth);

    private static string Line(string text) => $"│{TextCells.Fit(TextCells.Clean(text), BodyWidth)}│";
}
