namespace Cleverence.Connectivity;

/// <summary>Whether a machine may call a method again.</summary>
public enum MethodSafety
{
    /// <summary>Never repeated by machine; the default.</summary>
    Unsafe,

    /// <summary>Only reads: may be repeated and may be cancelled by the caller's deadline.</summary>
    Safe,

    /// <summary>The other side recognises a repeated request id: may be repeated with the same id.</summary>
    Keyed,
}
