namespace Cleverence.Warehouse;

/// <summary>The root object of a configuration. Connectors use it as a type token: <c>serializer.TypeProvider.Add(typeof(Environment))</c>.</summary>
public class Environment
{
    /// <summary>The configuration's name.</summary>
    public string? Name { get; set; }
}
