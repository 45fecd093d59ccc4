namespace Cleverence.Connectivity.Exchange;

/// <summary>Whether a signature carries what it signs.</summary>
public enum SignatureForm
{
    /// <summary>The CMS holds the signed bytes: for signing in.</summary>
    Attached,

    /// <summary>The CMS stands beside the signed bytes: for documents.</summary>
    Detached,
}
