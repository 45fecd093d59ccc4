using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Compares the calls of the jobs with the connectors there are. A call that leads nowhere is a warning: the connector may come.</summary>
internal sealed class JobCalls(JobsFile file, IConnectorRegistry? registry, ILogger<JobCalls> logger)
{
    private const int MostNames = 30;
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    /// <summary>Finds the calls that lead nowhere at this moment.</summary>
    public IReadOnlyList<JobsProblem> Problems()
    {
        var config = file.Current;
        return registry is null ? [] : [.. config.Jobs.Zip(config.Paths, Look).OfType<JobsProblem>()];
    }

    /// <summary>Logs each of them once.</summary>
    public void Tell() => Quietly.Do(() =>
    {
        foreach (var problem in Problems().Where(problem => told.TryAdd(problem.Message, true))) Log.CallDoubtful(logger, problem.Message);
    });

    private static ConnectorMethodInfo? Find(IReadOnlyList<ConnectorMethodInfo> methods, string className, string methodName) =>
        methods.FirstOrDefault(method => Same(method.ClassName, className) && (Same(method.MethodName, methodName) || method.Aliases.Any(alias => Same(alias, methodName))));

    private static ConnectorMethodInfo? Find(IReadOnlyList<ConnectorMethodInfo> methods, ConnectorCall call) =>
        Find(methods, "", call.Text) ?? (call.TrySplit(out var className, out var methodName) ? Find(methods, className, methodName) ?? Find(methods, className, ConnectorMethodInfo.AnyName) : null)
        ?? Find(methods, "", ConnectorMethodInfo.AnyName) ?? Find(methods, ConnectorMethodInfo.AnyName, ConnectorMethodInfo.AnyName);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Names(IEnumerable<string> names)
    {
        var known = names.Order(StringComparer.OrdinalIgnoreCase).ToList();
        return known.Count <= MostNames ? string.Join(", ", known) : $"{string.Join(", ", known.Take(MostNames))}, … ({known.Count})";
    }

    private JobsProblem? Look(ServerJob job, string path)
    {
        // One that is switched off waits for its connector to be set up.
        if (!job.Enabled) return null;
        var connector = registry!.Find(job.Call.ConnectorId);
        if (connector is null)
        {
            var known = Names(registry.Connectors.Select(other => other.Id));
            return Doubt(job, path, $"a connector that is configured: {known}", $"настроенный коннектор: {known}");
        }

        if (!connector.DeclaresMethods) return null;
        if (Find(connector.Methods, job.Call) is { } method)
        {
            return JobArguments.Doubt(method, job.Parameters) is { } doubt
                ? new(file.FilePath, $"{path}.parameters", job.Id, job.Parameters.Json, doubt.Expected, doubt.ExpectedRu) { IsWarning = true }
                : null;
        }

        var methods = Names(connector.Methods.Select(method => method.FullName));
        return Doubt(job, path, $"a method of '{connector.Id}': {methods}", $"метод коннектора «{connector.Id}»: {methods}");
    }

    private JobsProblem Doubt(ServerJob job, string path, string expected, string expectedRu) => new(file.FilePath, $"{path}.call", job.Id, $"\"{job.Call}\"", expected, expectedRu) { IsWarning = true };
}
