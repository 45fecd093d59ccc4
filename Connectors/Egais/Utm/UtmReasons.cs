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

    public const string CertificateExpired = "UTM_CERTIFICATE_EXPIRED";

    public const string CertificateExpiring = "UTM_CERTIFICATE_EXPIRING";

    public const string ChequesStuck = "UTM_CHEQUES_STUCK";

    /// <summary>The exchange's own word for an item that somebody else took.</summary>
    public const string Gone = "NOT_FOUND";

    public const string NoSettings = "NO_SETTINGS";

    public const string Stopped = "STOPPED_BEFORE_SENDING";
}
