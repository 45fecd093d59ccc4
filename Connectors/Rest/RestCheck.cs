using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Tries the service: name, connection, TLS and sign-in, by the method that the settings name for it or else by a GET of the base address.</summary>
/// <remarks>The base address itself may be refused where the methods work: web servers show no folders. So with a method named it is not asked for.</remarks>
internal sealed class RestCheck(RestTransport transport, RestSender sender, RestTemplate? template)
{
    // The host waits 20 s for a check.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken) =>
        template is null ? await KnockAsync(cancellationToken).ConfigureAwait(false) : await CallAsync(template, cancellationToken).ConfigureAwait(false);

    private async Task<ConnectorCheckReport> KnockAsync(CancellationToken cancellationToken)
    {
        var report = await transport.CheckAsync(null, cancellationToken).ConfigureAwait(false);
        return report.Problems.Count == 0 && report.Answered?.StartsWith("HTTP 404", StringComparison.Ordinal) == true ? report with { Problems = [ProbeProblems.NothingThere(transport.Target)] } : report;
    }

    private async Task<ConnectorCheckReport> CallAsync(RestTemplate method, CancellationToken cancellationToken)
    {
        var report = new ConnectorCheckReport([]) { Target = transport.Target };
        try
        {
            var args = new InvokeArgs("check", method.Info.ClassName, method.Info.MethodName) { Deadline = Patience };
            var answer = await sender.SendAsync(method, args, Patience, cancellationToken).ConfigureAwait(false);
            report = report with { Answered = $"HTTP {answer.Response.Status} {answer.Response.ContentType}".TrimEnd() };
            if (method.IsEmpty(answer.Response.Status)) return report;
            if (method.Paging is not null) method.Result.Rows(answer, readsOnly: true);
            else method.Result.Read(answer, readsOnly: true);
            return report;
        }
        catch (ConnectorException failed)
        {
            return report with { Problems = [Problem(sender.Clean(failed).Error, method)] };
        }
    }

    // What keeps every request from arriving is a matter of the connector's settings; what the service then says, of the method.
    private ConnectorProblem Problem(ConnectorError error, RestTemplate method) =>
        IsOfConnector(error, method) ? ProbeProblems.Of(error, transport.Target) : new(error.Reason ?? "CHECK_FAILED", "check", error.Message, $"Call {method.Info.FullName} by hand and mend its template or the service.")
        {
            MessageRu = error.MessageRu,
            NextStepRu = $"Вызовите {method.Info.FullName} вручную и исправьте шаблон или сервис.",
            Detail = error.Detail,
        };

    private static bool IsOfConnector(ConnectorError error, RestTemplate method)
    {
        if (error.Reason is not { } reason || method.Errors.Any(rule => rule.Reason == reason)) return false;
        if (reason.StartsWith("HTTP_", StringComparison.Ordinal)) return reason is "HTTP_401" or "HTTP_403" || reason.StartsWith("HTTP_3", StringComparison.Ordinal);
        return error.Code != ConnectorErrorCode.InvalidResult && reason != "NOT_JSON";
    }
}
