namespace Cleverence.Warehouse;

/// <summary>An extra table of a document.</summary>
public sealed class DocumentTable
{
    /// <summary>Makes a table without a name.</summary>
    public DocumentTable()
    {
    }

    /// <summary>Makes an empty table.</summary>
    /// <param name="name">The table's name.</param>
    public DocumentTable(string name) => Name = name;

    /// <summary>The table's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The rows.</summary>
    public RowCollection Rows { get; } = [];
}
