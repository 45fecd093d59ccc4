namespace Connectors.Hosting;

/// <summary>A plugin that cannot be loaded, with the status and the sentence to show.</summary>
internal sealed class PluginException(PluginStatus status, Sentence reason, Exception? cause = null) : Exception(reason.En, cause)
{
    public PluginStatus Status { get; } = status;

    public Sentence Reason { get; } = reason;
}
