using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs;

/// <summary>What the end of a call means for its run.</summary>
internal static class JobVerdicts
{
    public static JobCallEnd Judge(InvokeResult? result, JobCancel? cancelled) => result switch
    {
        null => Failed(Unexpected("The invoker returned no result."), cancelled),
        { IsOk: false } => Failed(result.Error, cancelled),
        { Value: ConnectorRecord record } when record["warnings"] is IReadOnlyList<object?> { Count: > 0 } warnings =>
            new JobCallEnd(JobOutcome.SucceededWithWarnings, Warned(warnings), Task.CompletedTask),
        _ => new JobCallEnd(JobOutcome.Succeeded, null, Task.CompletedTask),
    };

    public static JobCallEnd Judge(Exception failure, JobCancel? cancelled) => failure switch
    {
        ConnectorException declared => Failed(declared.Error, cancelled),
        OperationCanceledException when cancelled is not null => new JobCallEnd(JobOutcome.Cancelled, cancelled.ToError(inDoubt: true), Task.CompletedTask),
        _ => Failed(Unexpected(failure.ToString()), cancelled),
    };

    public static JobCallEnd TimedOut(ServerJob job) => new(
        JobOutcome.TimedOut,
        new ConnectorError(ConnectorErrorCode.Timeout, $"The call did not end within {job.Timeout}; the job waits until it does.")
        {
            MessageRu = $"Вызов не завершился за {job.Timeout}; задание ждёт его окончания.",
            InDoubt = true,
        },
        Task.CompletedTask);

    private static JobCallEnd Failed(ConnectorError error, JobCancel? cancelled) => error.Code switch
    {
        ConnectorErrorCode.Timeout => new JobCallEnd(JobOutcome.TimedOut, error, Task.CompletedTask),
        ConnectorErrorCode.Cancelled => new JobCallEnd(JobOutcome.Cancelled, cancelled?.ToError(error.InDoubt) ?? error, Task.CompletedTask),
        _ => new JobCallEnd(JobOutcome.Failed, error, Task.CompletedTask),
    };

    private static ConnectorError Warned(IReadOnlyList<object?> warnings) => new(ConnectorErrorCode.Failed, $"The call succeeded and reported warnings: {warnings.Count}.")
    {
        MessageRu = $"Вызов выполнен, предупреждений: {warnings.Count}.",
        Detail = string.Join("\n", warnings.Select(ConnectorValues.ToText)),
    };

    private static ConnectorError Unexpected(string detail) => new(ConnectorErrorCode.Failed, "The call failed in a way nobody declared; the log has the details.")
    {
        MessageRu = "Вызов завершился непредвиденной ошибкой; подробности в журнале.",
        Detail = detail,
    };
}
