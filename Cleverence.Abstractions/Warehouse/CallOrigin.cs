namespace Cleverence.Warehouse;

/// <summary>Who makes a call.</summary>
public enum CallOrigin
{
    /// <summary>A handheld or another client over HTTP.</summary>
    Device,

    /// <summary>A server job.</summary>
    Job,

    /// <summary>A server event.</summary>
    Event,

    /// <summary>A person at the panel.</summary>
    Panel,

    /// <summary>Another connector or a server operation.</summary>
    Connector,
}
