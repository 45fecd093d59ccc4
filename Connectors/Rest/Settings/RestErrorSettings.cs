namespace Connectors.Rest;

/// <summary>An answer that is an error, and what callers are told of it.</summary>
public sealed class RestErrorSettings
{
    /// <summary>The statuses it may have: <c>409</c>, <c>4xx</c>, <c>500-504</c>, several with commas; empty for any.</summary>
    public string Status { get; set; } = "";

    /// <summary>JSONPath within the answer; empty to look at the status alone.</summary>
    public string Path { get; set; } = "";

    /// <summary>The text found at the path; empty for anything but null, false, 0 and empty.</summary>
    public string Value { get; set; } = "";

    /// <summary>The text at the path that means success: anything else there is this error.</summary>
    public string Unless { get; set; } = "";

    /// <summary>The code, such as <c>Rejected</c> or <c>Conflict</c>.</summary>
    public string Code { get; set; } = "Rejected";

    /// <summary>The connector's own code in capitals, such as <c>NO_STOCK</c>.</summary>
    public string Reason { get; set; } = "";

    /// <summary>One English sentence with places: <c>{parameter}</c>, <c>{$.path}</c> in the answer, <c>{status}</c>, <c>{target}</c>.</summary>
    public string Message { get; set; } = "";

    /// <summary>The same sentence in Russian.</summary>
    public string MessageRu { get; set; } = "";

    /// <summary>Whether the same call may succeed later; never told of what is in doubt.</summary>
    public bool Retryable { get; set; }

    /// <summary>Whether the call may have had its effect all the same. What is in doubt by its status (408, 502 to 504, a page under 500) stays so without it.</summary>
    public bool InDoubt { get; set; }

    /// <summary>How long to wait before a repeat, as <c>hh:mm:ss</c>; empty for what the answer says.</summary>
    public string RetryAfter { get; set; } = "";
}
