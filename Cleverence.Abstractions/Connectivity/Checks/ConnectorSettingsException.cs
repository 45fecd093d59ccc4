namespace Cleverence.Connectivity;

/// <summary>Thrown by a connector's constructor when its settings cannot be used. The host shows all problems and keeps the connector faulted.</summary>
public sealed class ConnectorSettingsException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">Everything that is wrong, at least one.</param>
    public ConnectorSettingsException(IReadOnlyList<ConnectorProblem> problems)
        : base(TextOf(problems)) => Problems = problems;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<ConnectorProblem> Problems { get; }

    private static string TextOf(IReadOnlyList<ConnectorProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0) throw new ArgumentException("Name at least one problem.", nameof(problems));
        return string.Join(" ", problems.Select(problem => $"{problem.Field}: {problem.Message} {problem.NextStep}"));
    }
}
