namespace Emulators.OneC;

/// <summary>Addresses and headers of the HTTP service <c>conn</c>. The extension in <c>samples/1c</c> has the same.</summary>
public static class ConnProtocol
{
    /// <summary>The root address of the service.</summary>
    public const string Root = "conn";

    /// <summary>What <c>GET /version</c> answers.</summary>
    public const string Version = "1";

    /// <summary>Calls a method.</summary>
    public const string CallTemplate = "/v1/call/{method}";

    /// <summary>Reads and cancels a long operation.</summary>
    public const string OperationTemplate = "/v1/operations/{id}";

    /// <summary>The template of the interface version.</summary>
    public const string VersionTemplate = "/version";

    /// <summary>The caller's key of an operation: the same key never has an effect twice.</summary>
    public const string OperationIdHeader = "X-Operation-Id";

    /// <summary>Says that the answer was stored earlier.</summary>
    public const string ReplayedHeader = "X-Operation-Replayed";

    /// <summary>The longest body of a call or an answer; more goes as a file in parts.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;
}
