namespace Connectors.Transport;

/// <summary>Which redirects are followed.</summary>
public enum RedirectPolicy
{
    /// <summary>None: a redirect is an error that names the address.</summary>
    None,

    /// <summary>Those within the same scheme, host and port.</summary>
    Same,

    /// <summary>Those to any host of the settings, never from https to http.</summary>
    Allowed,
}
