namespace Connectors.ChestnyZnak;

/// <summary>Which token a request carries.</summary>
internal enum TokenKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Of True API: <c>Authorization: Bearer</c>.</summary>
    TrueApi,

    /// <summary>The client token of СУЗ: <c>clientToken</c>.</summary>
    Suz,

    /// <summary>The key of the permissive mode: <c>X-API-KEY</c>.</summary>
    Permissive,
}
