using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Finds traces of other programs at a UTM: answers to requests that this server never made.</summary>
internal sealed class OtherPrograms(UtmClient utm, IExchange exchange)
{
    // A handful is proof enough, and a check must not read a store of thousands.
    private const int Enough = 20;
    private const int Most = 500;

    /// <summary>How many requests of others were seen, at most a handful; null when the UTM did not say.</summary>
    public async ValueTask<int?> CountAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var others = 0;
        try
        {
            await foreach (var entry in utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false))
            {
                if (entry.NormalReplyId is not { } id || !seen.Add(id)) continue;
                if (await exchange.FindByRequestIdAsync(organisation.FsrarId, id, cancellationToken).ConfigureAwait(false) is null) others++;
                if (others >= Enough || seen.Count >= Most) break;
            }

            return others;
        }
        catch (ConnectorException)
        {
            return null;
        }
    }
}
