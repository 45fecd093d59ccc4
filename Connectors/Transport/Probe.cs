using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Tries an outside system as a check does, and turns what happened into a cause and a next step.</summary>
internal sealed class Probe(RestTransport transport)
{
    // The host waits 20 s for a check.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<ConnectorCheckReport> RunAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // Any answer shows that name, connection and certificate are in order; which of them are good is for the connector to say.
            var answer = await transport.SendAsync(request with { Once = true, Timeout = request.Timeout ?? Patience, Accepts = answer => answer.Status is not (401 or 403 or 407 or 429) and (< 300 or (>= 400 and < 500)) }, cancellationToken).ConfigureAwait(false);
            return new ConnectorCheckReport(ProblemsOf(answer)) { Target = transport.Target, Answered = Answered(answer) };
        }
        catch (ConnectorException failure)
        {
            return new ConnectorCheckReport([ProbeProblems.Of(failure.Error, transport.Target)]) { Target = transport.Target };
        }
    }

    private static string Answered(TransportResponse answer)
    {
        var server = answer.Header("Server");
        return string.IsNullOrWhiteSpace(server) ? $"HTTP {answer.Status}" : $"HTTP {answer.Status}, {(server.Length <= 60 ? server : server[..60])}";
    }

    private IReadOnlyList<ConnectorProblem> ProblemsOf(TransportResponse answer) =>
        answer.Facts().IsPage && answer.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase) ? [ProbeProblems.Page(transport.Target)] : [];
}
