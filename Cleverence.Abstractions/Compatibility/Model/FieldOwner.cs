namespace Cleverence.Warehouse;

/// <summary>An object that can carry fields of one's own beside its properties.</summary>
public abstract class FieldOwner
{
    private protected FieldOwner() => Fields = [];

    private protected FieldOwner(FieldOwner same) => Fields = same.Fields;

    /// <summary>The fields of one's own.</summary>
    public FieldValueCollection Fields { get; }

    /// <summary>The value of a field of one's own.</summary>
    /// <param name="name">The field's name, compared without case.</param>
    /// <returns>The value; null when there is no such field.</returns>
    public object? GetField(string name) => Fields.FindByFieldName(name)?.Value;

    /// <summary>Gives a field of one's own a value, adding the field when it is new.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The value.</param>
    public void SetField(string name, object? value) => Fields.Add(name, value);
}
