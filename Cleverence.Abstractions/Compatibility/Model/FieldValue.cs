namespace Cleverence.Warehouse;

/// <summary>A field of one's own: a name and a value.</summary>
public sealed class FieldValue
{
    /// <summary>Makes a field without a name.</summary>
    public FieldValue()
    {
    }

    /// <summary>Makes a field.</summary>
    /// <param name="fieldName">The name.</param>
    /// <param name="value">The value.</param>
    public FieldValue(string fieldName, object? value)
    {
        FieldName = fieldName;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string FieldName { get; set; } = "";

    /// <summary>The value.</summary>
    public object? Value { get; set; }
}
