namespace Connectors.ChestnyZnak;

/// <summary>The connector's own codes of failures, as errors carry them.</summary>
internal static class ZnakReasons
{
    public const string NotFound = "NOT_FOUND";
    public const string Rejected = "REJECTED";
    public const string Billing = "BILLING";
    public const string NoRights = "NO_RIGHTS";
    public const string UpgradeNeeded = "UPGRADE_NEEDED";
    public const string WrongSignatureForm = "WRONG_SIGNATURE_FORM";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string RemoteFault = "REMOTE_FAULT";
    public const string Unreadable = "ANSWER_UNREADABLE";
    public const string AuthFailed = "AUTH_FAILED";
    public const string NeedsSignature = "NEEDS_SIGNATURE";
    public const string NeedsAttention = "NEEDS_ATTENTION";
    public const string NotExclusive = "NOT_EXCLUSIVE";
    public const string SignerMissing = "SIGNER_MISSING";
    public const string Unknown = "OUTCOME_UNKNOWN";
}
