using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>The signers of the file in force. An entry that did not change keeps its signer, and what is known about its certificate.</summary>
internal sealed class Signers(SignersFile file, SignerMaking making, ExpiryWatch expiry) : ISigners, ISignersStatus
{
    private readonly Lock sync = new();
    private SignersConfig? madeOf;
    private List<ISigner> made = [];
    private volatile int ending;

    public IReadOnlyList<string> Names => [.. Current().Select(signer => signer.Name)];

    public int CertificatesEnding => ending;

    public IReadOnlyList<ConnectorProblem> Problems =>
        [.. file.Trouble is { } trouble ? [trouble.Problem.ForPeople()] : Array.Empty<ConnectorProblem>(), .. file.Current.Problems.Select(problem => problem.ForPeople())];

    public ISigner? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Current().Find(signer => signer.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask<IReadOnlyList<SignerState>> LookAsync(CancellationToken cancellationToken)
    {
        var states = new List<SignerState>();
        foreach (var signer in Current()) states.Add(await StateOfAsync(signer, cancellationToken).ConfigureAwait(false));
        ending = states.Count(state => state.EndsSoon);
        return states;
    }

    private async ValueTask<SignerState> StateOfAsync(ISigner signer, CancellationToken cancellationToken)
    {
        try
        {
            var info = await signer.DescribeAsync(cancellationToken).ConfigureAwait(false);
            return new SignerState(signer.Name, info.Kind) { Thumbprint = info.Thumbprint, Inn = info.Inn, NotAfter = info.NotAfter, EndsSoon = expiry.IsSoon(info.NotAfter) };
        }
        catch (ConnectorException failure)
        {
            return new SignerState(signer.Name, (signer as INamedKind)?.Kind ?? "") { Error = failure.Error };
        }
    }

    private List<ISigner> Current()
    {
        var config = file.Current;
        lock (sync)
        {
            if (ReferenceEquals(config, madeOf)) return made;
            var before = made.OfType<ConfiguredSigner>().ToList();
            made = [.. config.Signers.Select(entry => before.Find(signer => signer.IsOf(entry)) ?? making.Make(entry))];
            madeOf = config;
            return made;
        }
    }
}
