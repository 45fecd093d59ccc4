namespace Connectors.Hosting;

/// <summary>Clears a cache of the framework that keeps the types of an unloaded plugin, and with them the plugin, in memory.</summary>
/// <remarks>Cures reach into the framework's private fields; one whose field is gone does nothing, and its canary test tells.</remarks>
internal interface IContextCure
{
    /// <summary>Clears what belongs to the context.</summary>
    void Clear(ContextTypes types);
}
