namespace ServerJobs.Background;

/// <summary>How far an operation is.</summary>
/// <param name="Percent">0 to 99 while it runs; null when it cannot be told.</param>
/// <param name="Text">What is being done.</param>
public sealed record BackgroundProgress(int? Percent, string Text)
{
    /// <summary>The longest text that is kept.</summary>
    public const int MaxText = 500;

    /// <summary>Anything more for the client, a value of the contract.</summary>
    public object? Extra { get; init; }

    /// <summary>The progress as it may be shown: 100 is shown as 99 until the operation ends.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="text">The text.</param>
    /// <param name="extra">Anything more.</param>
    /// <returns>The progress.</returns>
    public static BackgroundProgress Of(int? percent, string? text, object? extra) =>
        new(percent is { } known ? Math.Clamp(known, 0, 99) : null, Cut(text ?? "")) { Extra = extra };

    private static string Cut(string text)
    {
        if (text.Length <= MaxText) return text;
        var end = MaxText - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
