namespace Connectors.Egais;

/// <summary>Where the many elements of a body lie: those named <paramref name="Rows"/> at any depth in <paramref name="Container"/>.</summary>
/// <param name="Container">The part of the body around them.</param>
/// <param name="Rows">Their names.</param>
internal sealed record RowShape(string Container, params string[] Rows)
{
    /// <summary>A body without a table.</summary>
    public static readonly RowShape None = new("");

    public bool IsContainer(string name) => name.Equals(Container, StringComparison.OrdinalIgnoreCase);

    public bool IsRow(string name)
    {
        foreach (var row in Rows)
        {
            if (row.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
