namespace Cleverence.Connectivity;

/// <summary>A failure as a caller may see it: a code, one sentence for the operator, and what helps the administrator.</summary>
/// <param name="Code">What kind of failure it is.</param>
/// <param name="Message">One English sentence for the operator, kept to one line of <see cref="MaxMessageLength"/> characters.</param>
public sealed record ConnectorError(ConnectorErrorCode Code, string Message)
{
    /// <summary>The longest message an operator's screen is given.</summary>
    public const int MaxMessageLength = 200;

    private readonly string message = OneSentence(Message);
    private readonly string? messageRu;

    /// <summary>One English sentence for the operator, kept to one line of <see cref="MaxMessageLength"/> characters.</summary>
    public string Message { get => message; init => message = OneSentence(value); }

    /// <summary>The same sentence in Russian, when there is one.</summary>
    public string? MessageRu { get => messageRu; init => messageRu = value is null ? null : OneSentence(value); }

    /// <summary>The connector's own code, such as <c>UTM_OFFLINE</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Which outside address the failure belongs to; breakers are kept per target.</summary>
    public string? Target { get; init; }

    /// <summary>The full foreign text, for the log and the panel; it never reaches a handheld.</summary>
    public string? Detail { get; init; }

    /// <summary>Every wrong argument with what is wrong about it, one line each; empty for other failures.</summary>
    public IReadOnlyList<string> Offenders { get; init; } = [];

    /// <summary>What is wrong with the connector's settings, when that is why it cannot be called; for the administrator.</summary>
    public IReadOnlyList<ConnectorProblem> Problems { get; init; } = [];

    /// <summary>Whether the same call may succeed later.</summary>
    public bool Retryable { get; init; }

    /// <summary>Whether the call may have had its effect all the same: look before you send again.</summary>
    public bool InDoubt { get; init; }

    /// <summary>How long to wait before a repeat, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The sentence in the language asked for, or the English one.</summary>
    /// <param name="language">A language tag such as <c>ru</c> or <c>ru-RU</c>.</param>
    /// <returns>The sentence.</returns>
    public string MessageFor(string? language) =>
        MessageRu is not null && language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true ? MessageRu : Message;

    private static string OneSentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0 ? text : string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length <= MaxMessageLength) return line;
        var end = MaxMessageLength - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return string.Concat(line.AsSpan(0, end), "…");
    }
}
