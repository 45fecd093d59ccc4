using System.Diagnostics;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs;

/// <summary>Makes a job's call and turns whatever comes of it into an outcome. Nothing thrown leaves it.</summary>
internal sealed class JobCaller(IConnectorInvoker invoker, TimeProvider time)
{
    // The invoker keeps the limit itself; this one only guards the run against an invoker that does not answer.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    public async Task<JobCallEnd> CallAsync(ServerJob job, CancellationToken stopping)
    {
        var call = Task.Run(() => InvokeAsync(job, stopping), CancellationToken.None);
        try
        {
            var limit = job.Timeout is { } timeout ? timeout.Value + Slack : Timeout.InfiniteTimeSpan;
            return Judge(await call.WaitAsync(limit, time, stopping).ConfigureAwait(false));
        }
        catch (TimeoutException) when (!call.IsCompleted)
        {
            return new JobCallEnd(JobOutcome.TimedOut, TimedOut(job), call);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new JobCallEnd(JobOutcome.Cancelled, Stopped, Task.CompletedTask);
        }
        catch (ConnectorException declared)
        {
            return Failed(declared.Error);
        }
        catch (Exception unexpected)
        {
            return Failed(Unexpected(unexpected.ToString()));
        }
    }

    private async Task<InvokeResult?> InvokeAsync(ServerJob job, CancellationToken stopping)
    {
        var args = job.Call.ToInvokeArgs(new InvokeCaller(CallOrigin.Job) { Source = job.Id }, job.Timeout?.Value, Activity.Current?.TraceId.ToHexString());
        var result = await invoker.InvokeAsync(args, stopping).ConfigureAwait(false);
        // The place in the connector's gate is held until a single-pass table is disposed; a job never reads one.
        if (result?.Value is ConnectorTable { IsStream: true } table) await table.DisposeAsync().ConfigureAwait(false);
        return result;
    }

    private static JobCallEnd Judge(InvokeResult? result) => result switch
    {
        null => Failed(Unexpected("The invoker returned no result.")),
        { IsOk: false } => Failed(result.Error),
        { Value: ConnectorRecord record } when record["warnings"] is IReadOnlyList<object?> { Count: > 0 } warnings =>
            new JobCallEnd(JobOutcome.SucceededWithWarnings, Warned(warnings), Task.CompletedTask),
        _ => new JobCallEnd(JobOutcome.Succeeded, null, Task.CompletedTask),
    };

    private static JobCallEnd Failed(ConnectorError error) => new(
        error.Code switch
        {
            ConnectorErrorCode.Timeout => JobOutcome.TimedOut,
            ConnectorErrorCode.Cancelled => JobOutcome.Cancelled,
            _ => JobOutcome.Failed,
        },
        error,
        Task.CompletedTask);

    private static ConnectorError Warned(IReadOnlyList<object?> warnings) => new(ConnectorErrorCode.Failed, $"The call succeeded and reported warnings: {warnings.Count}.")
    {
        MessageRu = $"Вызов выполнен, предупреждений: {warnings.Count}.",
        Detail = string.Join("\n", warnings.Select(ConnectorValues.ToText)),
    };

    private static ConnectorError TimedOut(ServerJob job) => new(ConnectorErrorCode.Timeout, $"The call did not end within {job.Timeout}; the job waits until it does.")
    {
        MessageRu = $"Вызов не завершился за {job.Timeout}; задание ждёт его окончания.",
        InDoubt = true,
    };

    private static ConnectorError Stopped => new(ConnectorErrorCode.Cancelled, "The server stopped before the call ended.")
    {
        MessageRu = "Сервер остановлен до окончания вызова.",
        InDoubt = true,
    };

    private static ConnectorError Unexpected(string detail) => new(ConnectorErrorCode.Failed, "The call failed in a way nobody declared; the log has the details.")
    {
        MessageRu = "Вызов завершился непредвиденной ошибкой; подробности в журнале.",
        Detail = detail,
    };
}
