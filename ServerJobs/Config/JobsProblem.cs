namespace ServerJobs;

/// <summary>One thing wrong in <c>jobs.json</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">Where in it, such as <c>jobs[3].period</c>.</param>
/// <param name="JobId">The job concerned, where it is known.</param>
/// <param name="Value">The value found, as written; null when it is missing.</param>
/// <param name="Expected">What is allowed there.</param>
/// <param name="ExpectedRu">The same in Russian.</param>
public sealed record JobsProblem(string File, string Path, string? JobId, string? Value, string Expected, string ExpectedRu)
{
    /// <summary>Whether it is only a warning: the entry is in force all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The whole in one English sentence.</summary>
    public string Message => IsRemark ? $"{File}: {Path}{OfJob}: {Expected}" : $"{File}: {Path}{OfJob} {(Value is null ? "is missing" : $"is {Value}")}; expected: {Expected}.";

    /// <summary>The whole in one Russian sentence.</summary>
    public string MessageRu => IsRemark ? $"{File}: {Path}{OfRu}: {ExpectedRu}" : $"{File}: {Path}{OfRu} - {(Value is null ? "нет значения" : $"указано {Value}")}; нужно: {ExpectedRu}.";

    // A warning without a value is a sentence of its own.
    private bool IsRemark => IsWarning && Value is null;

    private string OfJob => JobId is null ? "" : $" (job '{JobId}')";

    private string OfRu => JobId is null ? "" : $" (задание «{JobId}»)";
}
