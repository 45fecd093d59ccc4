namespace Cleverence.Warehouse;

/// <summary>A row of a table: columns are fields.</summary>
public sealed class Row : FieldOwner
{
    /// <summary>The value of a column; null when the row has no such column.</summary>
    /// <param name="name">The column's name, compared without case.</param>
    public object? this[string name]
    {
        get => GetField(name);
        set => SetField(name, value);
    }
}
