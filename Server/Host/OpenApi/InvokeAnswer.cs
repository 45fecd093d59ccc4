using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>The answer of a call that succeeded, for the description of the API only.</summary>
internal sealed record InvokeAnswer(
    bool Ok,
    [property: Description("The kind of the value: null, boolean, integer, decimal, string, dateTime, dateTimeOffset, binary, list, record or table.")] string Type,
    [property: Description("A table is {\"columns\":[{\"name\",\"type\"}],\"rows\":[[…]]}. Inside lists and records, values that JSON has no kind for are {\"$type\",\"value\"}.")] object? Value,
    string RequestId,
    long ElapsedMs);
