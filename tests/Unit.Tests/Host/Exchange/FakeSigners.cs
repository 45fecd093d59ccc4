using Cleverence.Connectivity;
using Connectors.Exchange;

namespace Unit.Tests.Host.Exchange;

/// <summary>Signers as a test names them.</summary>
internal sealed class FakeSigners : ISignersStatus
{
    public List<SignerState> States { get; } = [];

    public List<ConnectorProblem> Found { get; } = [];

    public int CertificatesEnding => States.Count(state => state.EndsSoon);

    public IReadOnlyList<ConnectorProblem> Problems => Found;

    public ValueTask<IReadOnlyList<SignerState>> LookAsync(CancellationToken cancellationToken) => new(States);
}
