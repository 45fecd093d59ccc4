namespace Connectors.Hosting;

/// <summary>How the connectors' configuration stands, for the panel.</summary>
public interface IConnectorsConfigStatus
{
    /// <summary>Set while the file cannot be read and the last good state is in use.</summary>
    ConfigBanner? Banner { get; }

    /// <summary>Everything wrong in the file as it was last read: file, path, value, what may stand there.</summary>
    IReadOnlyList<string> Problems { get; }
}
