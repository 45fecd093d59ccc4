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
    public string Message => IsRemark ? $"{File}: {Path}{Of("job")}: {Expected}" : $"{File}: {Path}{Of("job")} {(Value is null ? "is missing" : $"is {Value}")}; expected: {Expected}.";

    /// <summary>The whole in one Russian sentence.</summary>
    public string MessageRu => IsRemark ? $"{File}: {Path}{Of("задание")}: {ExpectedRu}" : $"{File}: {Path}{Of("задание")} - {(Value is null ? "нет значения" : $"указано {Value}")}; нужно: {ExpectedRu}.";

    // A warning without a value is a sentence of its own.
    private bool IsRemark => IsWarning && Value is null;

    private string Of(string word) => JobId is null ? "" : $" ({word} '{JobId}')";
}
