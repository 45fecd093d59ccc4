using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>Tries the service: its WSDL is read anew, its address is asked, the settings are compared with both.</summary>
internal sealed class SoapCheck(RestTransport transport, SoapRules rules, SoapMethods? known, WsdlKeeper? keeper)
{
    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var methods = known ?? await keeper!.RefreshAsync(cancellationToken).ConfigureAwait(false);
            var probe = keeper is null ? await ProbeAsync(methods, cancellationToken).ConfigureAwait(false) : null;
            List<ConnectorProblem> problems = [.. methods.Document.Warnings, .. known is null ? SoapProblems.Of(methods, rules) : [], .. probe?.Problems ?? []];
            return new ConnectorCheckReport(problems)
            {
                Target = probe?.Target ?? transport.Target,
                Answered = probe is { Answered: null } ? null : $"WSDL: {string.Join(", ", methods.Ports.Select(port => port.Name))}{(probe is null ? "" : $"; {probe.Answered}")}",
                Methods = known is null ? methods.List : null,
            };
        }
        catch (WsdlException broken)
        {
            return new ConnectorCheckReport([broken.Problem]) { Target = transport.Target };
        }
        catch (ConnectorException failure)
        {
            return new ConnectorCheckReport([ProblemOf(failure.Error)]) { Target = transport.Target };
        }
    }

    private ConnectorProblem ProblemOf(ConnectorError error)
    {
        if (error.Reason is not ("HTTP_404" or "HTTP_405" or "HTTP_500")) return ProbeProblems.Of(error, transport.Target);
        return new ConnectorProblem("WSDL_NOT_AT_ADDRESS", "wsdl", $"{transport.Target} has no WSDL at this address ({error.Reason.Replace('_', ' ')}).", "Correct wsdl or baseAddress; the usual address is that of the service with ?wsdl.")
        {
            MessageRu = $"По этому адресу на {transport.Target} нет WSDL ({error.Reason.Replace('_', ' ')}).",
            NextStepRu = "Исправьте wsdl или baseAddress; обычно это адрес сервиса с ?wsdl.",
            Detail = error.Detail,
        };
    }

    // A service asked without an envelope may answer with a fault under status 500: it is there, and that is the question.
    private async ValueTask<ConnectorCheckReport> ProbeAsync(SoapMethods methods, CancellationToken cancellationToken)
    {
        var address = methods.List.Count == 0 ? rules.Transport.BaseAddress : methods.Find(methods.List[0].ClassName, methods.List[0].MethodName) is { } first ? new Uri(first.Address) : rules.Transport.BaseAddress;
        var text = address.Query.Length == 0 ? address.AbsoluteUri + "?wsdl" : address.AbsoluteUri;
        var report = await transport.CheckAsync(new TransportRequest("GET", text), cancellationToken).ConfigureAwait(false);
        return report.Problems is [{ Code: "HTTP_500" or "HTTP_501" }] ? new ConnectorCheckReport([]) { Target = report.Target, Answered = "HTTP 500" } : report;
    }
}
