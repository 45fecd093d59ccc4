namespace Cleverence.Connectivity;

/// <summary>What kind of failure a call met. The HTTP status follows from the code alone.</summary>
public enum ConnectorErrorCode
{
    /// <summary>No connector has this id (404).</summary>
    ConnectorNotFound,

    /// <summary>The connector is switched off in the configuration (503).</summary>
    ConnectorDisabled,

    /// <summary>The connector has no such class and method (404).</summary>
    MethodNotFound,

    /// <summary>An argument is unknown, missing or of the wrong type (400).</summary>
    InvalidArguments,

    /// <summary>All places and the queue of the connector are taken (429).</summary>
    Busy,

    /// <summary>The call did not end within its limit (504).</summary>
    Timeout,

    /// <summary>The outside system cannot be reached, or the connector could not be loaded (503).</summary>
    Unavailable,

    /// <summary>The outside system understood and said no (422).</summary>
    Rejected,

    /// <summary>The connector failed: a bug, or a failure it did not declare (500).</summary>
    Failed,

    /// <summary>The call was cancelled before it ended (499).</summary>
    Cancelled,

    /// <summary>The request contradicts what is already there, such as one request id with two sets of arguments (409).</summary>
    Conflict,

    /// <summary>A body or a result is over its limit; nothing is cut (413).</summary>
    TooLarge,

    /// <summary>The outside system refused our credentials (502).</summary>
    AccessDenied,

    /// <summary>The connector returned something that no caller can be given: a cycle, an unknown type (502).</summary>
    InvalidResult,
}
