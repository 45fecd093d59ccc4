namespace Connectors.Transport;

/// <summary>How requests sign in.</summary>
public enum AuthKind
{
    /// <summary>Not at all, or by headers of the settings.</summary>
    None,

    /// <summary>User and password, RFC 7617.</summary>
    Basic,

    /// <summary>A fixed token, RFC 6750.</summary>
    Bearer,

    /// <summary>A key in a header.</summary>
    KeyInHeader,

    /// <summary>A key in the query.</summary>
    KeyInQuery,

    /// <summary>Client credentials, RFC 6749 section 4.4.</summary>
    OAuth2,
}
