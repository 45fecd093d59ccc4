namespace Cleverence.Connectivity;

/// <summary>What a check found.</summary>
/// <param name="Problems">Everything that is wrong or doubtful; empty when all is in order.</param>
public sealed record ConnectorCheckReport(IReadOnlyList<ConnectorProblem> Problems)
{
    /// <summary>Which outside address was tried, as errors name it.</summary>
    public string? Target { get; init; }

    /// <summary>What answered there, such as <c>PostgreSQL 15.3</c>; never a secret.</summary>
    public string? Answered { get; init; }

    /// <summary>The methods found in the outside system, where they are more than the connector declares; null when its declared ones are all.</summary>
    public IReadOnlyList<ConnectorMethodInfo>? Methods { get; init; }

    /// <summary>Whether nothing but warnings was found.</summary>
    public bool IsOk => Problems.All(problem => problem.IsWarning);
}
