namespace Connectors.Rest;

/// <summary>A column of a method's table.</summary>
public sealed class RestColumnSettings
{
    /// <summary>The column's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>JSONPath of the cell within its row; empty for the member with the column's name.</summary>
    public string Path { get; set; } = "";

    /// <summary>The kind of the cells.</summary>
    public string Type { get; set; } = "string";
}
