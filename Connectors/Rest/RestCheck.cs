using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Tries the service: name, connection, TLS and sign-in, then the method that the settings name for it.</summary>
internal sealed class RestCheck(RestTransport transport, RestSender sender, RestTemplate? template)
{
    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        var report = await transport.CheckAsync(null, cancellationToken).ConfigureAwait(false);
        if (!report.IsOk) return report;
        return template is null ? report : await CallAsync(template, report, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConnectorCheckReport> CallAsync(RestTemplate method, ConnectorCheckReport report, CancellationToken cancellationToken)
    {
        try
        {
            var args = new InvokeArgs("check", method.Info.ClassName, method.Info.MethodName);
            var answer = await sender.SendAsync(method, args, cancellationToken).ConfigureAwait(false);
            report = report with { Answered = $"HTTP {answer.Response.Status} {answer.Response.ContentType}".TrimEnd() };
            if (method.Paging is not null) method.Result.Rows(answer, readsOnly: true);
            else if (!method.IsEmpty(answer.Response.Status)) method.Result.Read(answer, readsOnly: true);
            return report;
        }
        catch (ConnectorException failed)
        {
            return report with { Problems = [.. report.Problems, Problem(transport.Clean(failed).Error, method)] };
        }
    }

    private static ConnectorProblem Problem(ConnectorError error, RestTemplate method) =>
        new(error.Reason ?? "CHECK_FAILED", "check", error.Message, $"Call {method.Info.FullName} by hand and mend its template or the service.")
        {
            MessageRu = error.MessageRu,
            NextStepRu = $"Вызовите {method.Info.FullName} вручную и исправьте шаблон или сервис.",
            Detail = error.Detail,
        };
}
