using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Checks;

/// <summary>A connector whose check does what a test wants.</summary>
internal sealed class CheckedConnector(Func<CancellationToken, ValueTask<ConnectorCheckReport>> check) : IAsyncConnector, IConnectorCheck
{
    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken) => new(InvokeResult.Ok(null));

    public ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken) => check(cancellationToken);
}
