namespace Connectors.Hosting;

/// <summary>How a plugin stands.</summary>
public enum PluginStatus
{
    /// <summary>Its connectors and operations serve.</summary>
    Loaded,

    /// <summary>Switched off by a file named <c>disabled</c> in its folder.</summary>
    Disabled,

    /// <summary>Built for another contract, a newer host library or another machine; the reason names both versions.</summary>
    Incompatible,

    /// <summary>Could not be loaded, or clashes with another plugin; an earlier generation may still serve.</summary>
    Faulted,
}
