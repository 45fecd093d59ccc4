namespace Connectors.Egais;

/// <summary>The connector's codes of failures at the UTM.</summary>
internal static class UtmReasons
{
    public const string Offline = "UTM_OFFLINE";

    public const string Timeout = "UTM_TIMEOUT";

    public const string OutcomeUnknown = "UTM_OUTCOME_UNKNOWN";

    public const string Http = "UTM_HTTP";

    public const string Refused = "UTM_REFUSED";

    public const string TypeUnknown = "UTM_TYPE_UNKNOWN";

    public const string WrongOwner = "UTM_WRONG_OWNER";

    public const string Key = "UTM_KEY";

    public const string NotXml = "UTM_NOT_XML";

    public const string Backlog = "UTM_BACKLOG";

    public const string Gone = "UTM_GONE";

    public const string NoSettings = "NO_SETTINGS";

    public const string Stopped = "STOPPED_BEFORE_SENDING";
}
