using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>The fields of one's own of an object. Names are compared without case.</summary>
public sealed class FieldValueCollection : Collection<FieldValue>
{
    /// <summary>Adds a field, or gives the field with this name another value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The field.</returns>
    public FieldValue Add(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (FindByFieldName(name) is { } known)
        {
            known.Value = value;
            return known;
        }

        var added = new FieldValue(name, value);
        Add(added);
        return added;
    }

    /// <summary>Finds a field.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public FieldValue? FindByFieldName(string? name)
    {
        foreach (var field in Items)
        {
            if (string.Equals(field.FieldName, name, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }
}
