namespace TsdClient;

/// <summary>A column of the screen: its heading, its cells as text and the width it gets.</summary>
internal sealed class ScreenColumn(string name, bool isNumber, IReadOnlyList<string> cells)
{
    public string Name { get; } = name;

    public bool IsNumber { get; } = isNumber;

    public IReadOnlyList<string> Cells { get; } = cells;

    public int Width { get; set; }
}
