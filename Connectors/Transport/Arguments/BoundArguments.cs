using Cleverence.Connectivity;

namespace Connectors.Transport.Arguments;

/// <summary>The arguments of one call, converted to the types of their parameters.</summary>
public sealed class BoundArguments
{
    private readonly ParameterBinder binder;
    private readonly object?[] values;
    private readonly bool[] given;

    internal BoundArguments(ParameterBinder binder, object?[] values, bool[] given)
    {
        this.binder = binder;
        this.values = values;
        this.given = given;
    }

    /// <summary>The number of parameters.</summary>
    public int Count => values.Length;

    /// <summary>The value of the parameter at a position: the argument, the default, or null.</summary>
    /// <param name="index">The parameter's position.</param>
    public object? this[int index] => values[index];

    /// <summary>Whether the parameter at a position has an argument, perhaps null, or a default.</summary>
    /// <param name="index">The parameter's position.</param>
    /// <returns>True when it has.</returns>
    public bool IsGiven(int index) => given[index];

    /// <summary>Finds the value of a parameter.</summary>
    /// <param name="name">Its name or an alias.</param>
    /// <param name="value">The value, perhaps null.</param>
    /// <returns>Whether it was given or has a default.</returns>
    public bool TryGet(string name, out object? value)
    {
        var at = binder.IndexOf(name);
        value = at >= 0 ? values[at] : null;
        return at >= 0 && given[at];
    }

    /// <summary>Whether there is a value to write: an argument left out or given as null has none.</summary>
    /// <param name="name">The parameter's name or an alias.</param>
    /// <returns>True when there is one.</returns>
    public bool Has(string name) => TryGet(name, out var value) && value is not null;

    /// <summary>The text of a value, the same under every culture; empty for none.</summary>
    /// <param name="name">The parameter's name or an alias.</param>
    /// <returns>The text.</returns>
    public string TextOf(string name) => TryGet(name, out var value) ? ConnectorValues.ToText(value) : "";
}
