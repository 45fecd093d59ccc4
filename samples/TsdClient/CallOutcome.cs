namespace TsdClient;

/// <summary>What came of a call.</summary>
internal sealed record CallOutcome(RunOutcome Kind)
{
    public object? Value { get; init; }

    public string Code { get; init; } = "";

    public string Message { get; init; } = "";

    public bool InDoubt { get; init; }

    public string RequestId { get; init; } = "";

    /// <summary>The operation under which the call goes on at the server; null when it has ended.</summary>
    public string? OperationId { get; init; }

    public static CallOutcome Ok(object? value, string requestId) => new(RunOutcome.Succeeded) { Value = value, RequestId = requestId };

    public static CallOutcome Error(string code, string message, bool inDoubt, string requestId) =>
        new(code == "Timeout" ? RunOutcome.TimedOut : RunOutcome.Failed) { Code = code, Message = message, InDoubt = inDoubt, RequestId = requestId };
}
