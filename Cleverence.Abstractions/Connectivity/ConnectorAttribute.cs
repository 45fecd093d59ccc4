namespace Cleverence.Connectivity;

/// <summary>Marks a class as a connector that can be loaded and configured under a type name.</summary>
/// <param name="type">The name used as <c>"type"</c> in the configuration; the first plugin by folder name owns it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectorAttribute(string type) : Attribute
{
    /// <summary>The name used as <c>"type"</c> in the configuration.</summary>
    public string Type { get; } = type;

    /// <summary>The class bound from <c>"settings"</c> and passed to the constructor; its property names are the setting names.</summary>
    public Type? Settings { get; set; }
}
