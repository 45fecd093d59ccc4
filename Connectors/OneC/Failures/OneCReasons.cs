namespace Connectors.OneC;

/// <summary>The connector's own codes of failures; they stand in the documentation and do not change.</summary>
internal static class OneCReasons
{
    public const string SignIn = "ONEC_SIGN_IN";
    public const string Rights = "ONEC_RIGHTS";
    public const string SessionLost = "ONEC_SESSION_LOST";
    public const string SessionsBusy = "ONEC_SESSIONS_BUSY";
    public const string NoLicence = "ONEC_NO_LICENCE";
    public const string RequestWrong = "ONEC_REQUEST_WRONG";
    public const string NotPublished = "ONEC_NOT_PUBLISHED";
    public const string NotFound = "ONEC_NOT_FOUND";
    public const string NotSupported = "ONEC_NOT_SUPPORTED";
    public const string Conflict = "ONEC_CONFLICT";
    public const string Refused = "ONEC_REFUSED";
    public const string Error = "ONEC_ERROR";
    public const string Broken = "ONEC_BROKEN";
    public const string TooMany = "ONEC_TOO_MANY_REQUESTS";
    public const string Unavailable = "ONEC_UNAVAILABLE";
    public const string HtmlPage = "ONEC_HTML_PAGE";
    public const string Unreadable = "ONEC_UNREADABLE";
    public const string TooLarge = "ONEC_REQUEST_TOO_LARGE";
    public const string Redirected = "ONEC_REDIRECTED";
}
