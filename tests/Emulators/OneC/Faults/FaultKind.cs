namespace Emulators.OneC;

/// <summary>Answers that stand in the way of the base's own.</summary>
public enum FaultKind
{
    /// <summary>200 with a page of the web server instead of the answer.</summary>
    Html200,

    /// <summary>200 with a login page.</summary>
    LoginPage,

    /// <summary>401 with a page.</summary>
    Unauthorized,

    /// <summary>403 with a page.</summary>
    Forbidden,

    /// <summary>404 with a page.</summary>
    NotFound,

    /// <summary>405 with a page.</summary>
    MethodNotAllowed,

    /// <summary>406 of the web extension: no free session.</summary>
    NoSession,

    /// <summary>400 of the web extension: the session is unknown or ended.</summary>
    SessionLost,

    /// <summary>500 with the text of a script error.</summary>
    ScriptError,

    /// <summary>500 without a body.</summary>
    EmptyError,

    /// <summary>500 with a page.</summary>
    HtmlError,

    /// <summary>502 with a page.</summary>
    BadGateway,

    /// <summary>503 of the web extension: sessions are blocked.</summary>
    Blocked,

    /// <summary>504 with a page.</summary>
    GatewayTimeout,

    /// <summary>No licence, in the form of <see cref="OneCOptions.LicenceAnswer"/>.</summary>
    NoLicence,

    /// <summary>OData refusal: 500 with code -1.</summary>
    ODataRefusal,

    /// <summary>The connection is broken before anything is done.</summary>
    BreakBefore,

    /// <summary>Everything is done, then the connection is broken instead of an answer.</summary>
    BreakAfter,

    /// <summary>Everything is done, half of the answer comes, then the connection is broken.</summary>
    Cut,
}
