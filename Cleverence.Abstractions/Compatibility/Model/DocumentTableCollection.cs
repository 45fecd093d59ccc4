using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>The extra tables of a document. Names are compared without case.</summary>
public sealed class DocumentTableCollection : Collection<DocumentTable>
{
    /// <summary>The rows of the table with a name; null when the document has no such table.</summary>
    /// <param name="name">The table's name.</param>
    public RowCollection? this[string name] => FindByName(name)?.Rows;

    /// <summary>Adds an empty table, or finds the one with this name.</summary>
    /// <param name="name">The table's name.</param>
    /// <returns>The table.</returns>
    public DocumentTable Add(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (FindByName(name) is { } known) return known;
        var added = new DocumentTable(name);
        Add(added);
        return added;
    }

    /// <summary>Finds a table.</summary>
    /// <param name="name">The table's name.</param>
    /// <returns>The table, or null.</returns>
    public DocumentTable? FindByName(string? name) =>
        Items.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase));
}
