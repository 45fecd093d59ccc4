namespace Connectors.OneC;

/// <summary>Who speaks in an answer that says no.</summary>
internal enum OneCErrorKind
{
    /// <summary>Nobody: there is no body.</summary>
    Empty,

    /// <summary>A web page: the web server, a proxy or a sign-in page.</summary>
    Page,

    /// <summary>The web extension of 1C: its <c>exception</c> document.</summary>
    WebExtension,

    /// <summary>The standard OData interface.</summary>
    OData,

    /// <summary>A web service: a SOAP fault.</summary>
    Fault,

    /// <summary>An HTTP service of our convention: <c>{"error":{"code","message"}}</c>.</summary>
    Service,

    /// <summary>An HTTP service of somebody else that answers JSON.</summary>
    Json,

    /// <summary>Plain text: usually the text of an exception of 1C code.</summary>
    Text,
}
