namespace Cleverence.Connectivity;

/// <summary>What a configured connector is ready for.</summary>
public enum ConnectorState
{
    /// <summary>Takes calls.</summary>
    Ready,

    /// <summary>Switched off in the configuration.</summary>
    Disabled,

    /// <summary>Being initialised, or a classic one being swapped: calls wait.</summary>
    Starting,

    /// <summary>Could not be configured, loaded or initialised; the reason is with it.</summary>
    Faulted,
}
