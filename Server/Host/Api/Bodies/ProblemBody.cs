using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>One problem of a connector: its cause and the next step, in the caller's language.</summary>
internal sealed record ProblemBody(string Code, string Field, string Message, string NextStep, bool Warning)
{
    public static ProblemBody Of(ConnectorProblem problem, string? language) =>
        new(problem.Code, problem.Field, problem.MessageFor(language), problem.NextStepFor(language), problem.IsWarning);
}
