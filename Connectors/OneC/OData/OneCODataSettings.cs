namespace Connectors.OneC;

/// <summary>The standard OData interface of the base.</summary>
public sealed class OneCODataSettings
{
    /// <summary>Whether its methods are offered.</summary>
    public bool Enabled { get; set; }
}
