namespace Cleverence.Warehouse;

/// <summary>One argument of a call.</summary>
/// <param name="Name">The parameter's name; empty for a positional argument.</param>
/// <param name="Value">The value.</param>
public readonly record struct InvokeArg(string Name, object? Value);
