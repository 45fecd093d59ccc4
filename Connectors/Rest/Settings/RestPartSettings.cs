namespace Connectors.Rest;

/// <summary>A part of a multipart body: a field, or a file when the value is binary or a file name is given.</summary>
public sealed class RestPartSettings
{
    /// <summary>The field's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The value; one place alone may hold binary, a record, a list or a table, the last three sent as JSON.</summary>
    public string Value { get; set; } = "";

    /// <summary>The file name, with places; empty for a field.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The content type of the part; empty for the usual one.</summary>
    public string ContentType { get; set; } = "";
}
