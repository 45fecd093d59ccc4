namespace Connectors.Rest;

/// <summary>How the next page is asked for.</summary>
internal enum PagingKind
{
    /// <summary>By the address that the answer names.</summary>
    Link,

    /// <summary>By a query parameter that counts.</summary>
    Page,

    /// <summary>By a query parameter that carries a token of the answer.</summary>
    Cursor,
}
