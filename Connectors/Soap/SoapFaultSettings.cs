namespace Connectors.Soap;

/// <summary>How one kind of fault is told to callers.</summary>
public sealed class SoapFaultSettings
{
    /// <summary>The fault: the local name of its code, its subcode or the first element of its detail.</summary>
    public string Fault { get; set; } = "";

    /// <summary>The code callers get: <c>Rejected</c>, <c>Conflict</c>, <c>AccessDenied</c>, <c>Unavailable</c>, <c>Busy</c> or <c>Failed</c>.</summary>
    public string Code { get; set; } = "Rejected";

    /// <summary>The connector's own code, such as <c>NO_STOCK</c>; empty for the common one.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The sentence in English; empty for what the fault says.</summary>
    public string Message { get; set; } = "";

    /// <summary>The sentence in Russian; empty for what the fault says.</summary>
    public string MessageRu { get; set; } = "";

    /// <summary>Whether the same call may succeed later.</summary>
    public bool Retryable { get; set; }
}
