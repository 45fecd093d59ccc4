using System.Diagnostics;
using System.Runtime.CompilerServices;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs.Background;

namespace ServerJobs;

/// <summary>Makes a job's call and turns whatever comes of it into an outcome. Nothing thrown leaves it.</summary>
internal sealed class JobCaller(IConnectorInvoker invoker, TimeProvider time, JobNotices? notices = null)
{
    // The invoker keeps the limit itself; this one only guards the run against an invoker that does not answer.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    // A method that heeds its token says itself how it ended; one that does not must not hold the record up.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public async Task<JobCallEnd> CallAsync(JobLaunch launch)
    {
        // What of the call outlives its answer; the job waits for that too.
        var rest = new StrongBox<Task>(Task.CompletedTask);
        var (job, run) = (launch.Job, launch.Run);
        var call = InvokeAsync(launch, rest);
        try
        {
            var limit = job.Timeout is { } timeout ? Waits.AtMost(timeout.Value + Slack) : Timeout.InfiniteTimeSpan;
            return JobVerdicts.Judge(await call.WaitAsync(limit, time, run.Stopping).ConfigureAwait(false), run.Cancelled) with { Rest = rest.Value! };
        }
        catch (TimeoutException) when (!call.IsCompleted)
        {
            return JobVerdicts.TimedOut(job) with { Rest = EndAsync(call, rest) };
        }
        catch (OperationCanceledException) when (run.Cancelled is not null)
        {
            return await CancelledAsync(call, rest, run.Cancelled!).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return JobVerdicts.Judge(failure, null) with { Rest = EndAsync(call, rest) };
        }
    }

    private static async Task EndAsync(Task call, StrongBox<Task> rest)
    {
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await rest.Value!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<JobCallEnd> CancelledAsync(Task<InvokeResult?> call, StrongBox<Task> rest, JobCancel why)
    {
        try
        {
            var wait = why == JobCancel.ServerStops ? TimeSpan.Zero : Grace;
            return JobVerdicts.Judge(await call.WaitAsync(wait, time).ConfigureAwait(false), why) with { Rest = rest.Value! };
        }
        catch (TimeoutException) when (!call.IsCompleted)
        {
            return new JobCallEnd(JobOutcome.Cancelled, why.ToError(inDoubt: true), EndAsync(call, rest));
        }
        catch (Exception failure)
        {
            return JobVerdicts.Judge(failure, why) with { Rest = EndAsync(call, rest) };
        }
    }

    private async Task<InvokeResult?> InvokeAsync(JobLaunch launch, StrongBox<Task> rest)
    {
        var job = launch.Job;

        // A rescued run stands on a thread of its own already, and the pool has none.
        if (!launch.Rescued) await new BehindTheQueue();
        if (notices is not null) launch.Run.Notes.Notified = notice => notices.Notify(launch.Run.Id, job.Call.ToString(), notice);
        var args = new InvokeArgs(job.Call.ConnectorId, "", job.Call.Text, job.Parameters.ToArgs())
        {
            Caller = new InvokeCaller(CallOrigin.Job) { Source = job.Id, UserId = launch.User },
            Deadline = job.Timeout is { } limit ? Waits.AtMost(limit.Value) : null,
            CorrelationId = Activity.Current?.TraceId.ToHexString(),
            Feedback = launch.Run.Notes,
            Outlived = ends => rest.Value = ends,
            Stopping = launch.Run.Stopping,
            NotBefore = launch.NotBefore,
        };
        var result = await invoker.InvokeAsync(args, CancellationToken.None).ConfigureAwait(false);
        // The place in the connector's gate is held until a single-pass table is disposed; a job never reads one.
        if (result?.Value is ConnectorTable { IsStream: true } table) await table.DisposeAsync().ConfigureAwait(false);
        return result;
    }
}
