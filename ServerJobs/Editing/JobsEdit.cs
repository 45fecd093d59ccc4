namespace ServerJobs;

/// <summary>A change about to be written, or why it is not.</summary>
/// <param name="Text">The text with the change; null when it is refused.</param>
/// <param name="Index">The entry that must be right afterwards; -1 when the change is of no entry.</param>
internal sealed record JobsEdit(JobsText? Text, int Index)
{
    /// <summary>Why it is refused.</summary>
    public JobsEditReply? Refusal { get; init; }

    /// <summary>The job the answer speaks of, where that is not the one asked for.</summary>
    public string? JobId { get; init; }

    /// <summary>Whether comments inside the entry go with it.</summary>
    public bool LosesComments { get; init; }

    public static implicit operator JobsEdit(JobsEditReply refusal) => new(null, -1) { Refusal = refusal };

    /// <summary>The problems of one entry.</summary>
    public static IReadOnlyList<JobsProblem> ProblemsOf(JobsConfig config, int index) => [.. config.Problems.Where(problem => IsOf(problem, index))];

    /// <summary>What is wrong with the entry changed, and what the change makes wrong elsewhere. Old mistakes in other entries are left alone.</summary>
    public IReadOnlyList<JobsProblem> NewProblems(JobsConfig before, JobsConfig after)
    {
        // By their text and not by their place: taking an entry out moves those behind it.
        var known = before.Problems.Select(Key).ToHashSet();
        return [.. after.Problems.Where(problem => !problem.IsWarning && (IsOf(problem, Index) || !known.Contains(Key(problem))))];
    }

    private static bool IsOf(JobsProblem problem, int index) =>
        problem.Path.StartsWith($"jobs[{index}]", StringComparison.Ordinal);

    private static (string? Job, string Where, string? Value) Key(JobsProblem problem) =>
        (problem.JobId, problem.Path[(problem.Path.IndexOf(']', StringComparison.Ordinal) + 1)..], problem.Value);
}
