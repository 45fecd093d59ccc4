namespace Cleverence.Warehouse.Design;

/// <summary>The name of a class in lists of types. Read by nothing here; kept so that existing sources compile.</summary>
/// <param name="displayName">The name.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class DisplayTypeNameAttribute(string displayName) : Attribute
{
    /// <summary>The name.</summary>
    public string DisplayName { get; } = displayName;
}
