using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Runs the checks: foreign code, so on a thread of its own, one at a time for a connector, and nobody waits past the limit.</summary>
internal sealed class ConnectorChecks(ConnectorRegistry registry, TimeProvider time, ILogger<ConnectorChecks> log) : IConnectorChecks
{
    /// <summary>How long a check may take; the connector's token is cancelled a little earlier, so that it can tell how far it came.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.OrdinalIgnoreCase);

    public async Task<ConnectorCheckOutcome?> CheckAsync(string id, CancellationToken cancellationToken)
    {
        if (!registry.TryGet(id, out var handle) || registry.Find(id) is not { } info) return null;
        var started = time.GetTimestamp();
        var report = await ReportAsync(handle, cancellationToken).ConfigureAwait(false);
        foreach (var problem in report.Problems) log.CheckFound(info.Id, problem.Field, problem.Code, problem.Message, problem.Detail);
        return new ConnectorCheckOutcome(info, report, time.GetElapsedTime(started));
    }

    private async Task<ConnectorCheckReport> ReportAsync(ConnectorHandle handle, CancellationToken cancellationToken)
    {
        if (handle.State == ConnectorState.Disabled) return CheckProblems.Only(CheckProblems.Disabled);
        if (handle.Fault is { } fault) return CheckProblems.OfFault(fault);
        if (!running.TryAdd(handle.Id, true)) return CheckProblems.Only(CheckProblems.RunsAlready);
        if (!handle.TryEnter(out var instance))
        {
            running.TryRemove(handle.Id, out _);
            return CheckProblems.Only(CheckProblems.Starting);
        }

        if (instance.Connector is IConnectorCheck check)
        {
            var checking = RunAsync(check, handle.Id);
            _ = LeaveAsync(checking, handle.Id, instance);
            return await WaitAsync(checking, cancellationToken).ConfigureAwait(false);
        }

        running.TryRemove(handle.Id, out _);
        instance.Exit();
        return CheckProblems.Only(CheckProblems.None);
    }

    private async Task<ConnectorCheckReport> RunAsync(IConnectorCheck check, string id)
    {
        using var stop = new CancellationTokenSource(Limit - Early, time);
        try
        {
            var task = await ForeignThread.RunAsync($"checking {id}", () => check.CheckAsync(stop.Token).AsTask(), Timeout.InfiniteTimeSpan, time).ConfigureAwait(false);
            return await task.ConfigureAwait(false) ?? throw new InvalidOperationException("The check returned null.");
        }
        catch (ConnectorSettingsException wrong)
        {
            return new ConnectorCheckReport(wrong.Problems);
        }
        catch (ConnectorException declared)
        {
            return CheckProblems.OfFault(declared.Error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return CheckProblems.Only(CheckProblems.TooSlow);
        }
        catch (Exception failure)
        {
            return CheckProblems.Only(CheckProblems.Threw(failure));
        }
    }

    private async Task<ConnectorCheckReport> WaitAsync(Task<ConnectorCheckReport> checking, CancellationToken cancellationToken)
    {
        try
        {
            return await checking.WaitAsync(Limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return CheckProblems.Only(CheckProblems.TooSlow);
        }
    }

    // A check that hangs keeps its place, and its plugin, until it ends.
    private async Task LeaveAsync(Task checking, string id, ConnectorInstance instance)
    {
        await checking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        running.TryRemove(id, out _);
        instance.Exit();
    }
}
