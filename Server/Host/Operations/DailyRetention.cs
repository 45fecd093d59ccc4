using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;

namespace Server.Operations;

/// <summary>Removes old records once a day where no job does: a job file without that job must not let the databases grow for ever.</summary>
internal sealed class DailyRetention(JobAdmin jobs, IConnectorInvoker invoker, TimeProvider time, ILogger<DailyRetention> log) : IHostedService, IDisposable
{
    /// <summary>How long after the start it looks first: a server that is started every morning cleans up too.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    private ITimer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = time.CreateTimer(_ => _ = LookAsync(), null, First, Every);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    /// <summary>Removes what is old, unless a job is there for it.</summary>
    internal async Task LookAsync()
    {
        try
        {
            if (jobs.List().Any(IsRetention)) return;
            var caller = new InvokeCaller(CallOrigin.Job) { Source = Retention.Name };
            var result = await invoker.InvokeAsync(new InvokeArgs(ConnectorCall.ServerOperations, "", Retention.Name) { Caller = caller }, CancellationToken.None);
            if (result.IsOk) log.OldRecordsRemoved(Retention.Name);
            else log.OldRecordsStay(Retention.Name, $"{result.Error.Code}: {result.Error.Message}", null);
        }
        catch (Exception failure)
        {
            log.OldRecordsStay(Retention.Name, failure.Message, failure);
        }
    }

    private static bool IsRetention(JobSummary job) =>
        job.Enabled && job.Call.ConnectorId.Equals(ConnectorCall.ServerOperations, StringComparison.OrdinalIgnoreCase) && Retention.Is(job.Call.Text);
}
