using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Server.Api;

/// <summary>What the check of a connector found.</summary>
internal sealed record ConnectorCheckBody(string Id, bool Ok, ConnectorState State, string? Target, string? Answered, long ElapsedMs, IReadOnlyList<ProblemBody> Problems, IReadOnlyList<MethodBody> Methods)
{
    public static ConnectorCheckBody Of(ConnectorCheckOutcome outcome, string? language)
    {
        var (connector, report) = (outcome.Connector, outcome.Report);
        return new(
            connector.Id, outcome.IsOk, connector.State, report.Target, report.Answered, (long)outcome.Elapsed.TotalMilliseconds,
            [.. report.Problems.Select(problem => ProblemBody.Of(problem, language))], [.. (report.Methods ?? connector.Methods).Select(MethodBody.Of)]);
    }
}
