namespace Integration.Tests.OneC;

/// <summary>The code, the reason and the doubt of an error in one line, to be compared whole.</summary>
internal static class OneCOutcome
{
    public static string Of(Answer answer)
    {
        if (answer.Status == 200 && answer.Json.GetProperty("ok").GetBoolean()) return $"OK {answer.Value.GetRawText()}";
        var error = answer.Json.GetProperty("error");
        return $"{error.GetProperty("code").GetString()} {(error.TryGetProperty("reason", out var reason) ? reason.GetString() : "—")} {error.GetProperty("inDoubt").GetBoolean()}";
    }

    public static bool Retryable(Answer answer) => answer.Json.GetProperty("error").GetProperty("retryable").GetBoolean();
}
