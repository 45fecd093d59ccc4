namespace Connectors.Transport;

/// <summary>What an answer says about itself, for reading it and for telling what was wrong with it.</summary>
internal sealed record AnswerFacts(string Target, bool ReadsOnly, int Status, string ContentType, string Text)
{
    public bool IsJson => JsonAnswer.IsJson(ContentType);

    public bool IsPage => ContentType.Contains("html", StringComparison.OrdinalIgnoreCase) || Text.AsSpan().TrimStart() is ['<', ..];

    public string? Location { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Takes secrets out of a text that people will read; before it is cut, for half a secret would not be recognised.</summary>
    public Func<string, string> Clean { get; init; } = text => text;
}
