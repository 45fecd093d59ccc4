using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>Writes outcomes: together where that goes, else each alone.</summary>
internal sealed class OutcomeCommits(RunScope scope)
{
    /// <summary>Writes them.</summary>
    /// <returns>What became of each, as soon as it is known.</returns>
    public async IAsyncEnumerable<WrittenOutcome> WriteAsync(IReadOnlyList<PendingOutcome> pending)
    {
        if (pending.Count > 1 && await TryTogetherAsync(pending).ConfigureAwait(false) is { } together)
        {
            foreach (var one in pending) yield return new WrittenOutcome(one, together, null);
            yield break;
        }

        foreach (var one in pending) yield return await WriteAsync(one).ConfigureAwait(false);
    }

    // Null when one of them cannot go: then each goes alone, and says why.
    private async Task<CommitDraft?> TryTogetherAsync(IReadOnlyList<PendingOutcome> pending)
    {
        try
        {
            return await scope.Commits.WriteAsync(async fresh =>
            {
                foreach (var one in pending)
                {
                    if (!await one.FillAsync(fresh).ConfigureAwait(false)) return false;
                }

                return true;
            }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whatever it was: it must not take the others along, and it comes again where it belongs.
            return null;
        }
    }

    private async Task<WrittenOutcome> WriteAsync(PendingOutcome one)
    {
        try
        {
            return new WrittenOutcome(one, await scope.Commits.WriteAsync(one.FillAsync, CancellationToken.None).ConfigureAwait(false), null);
        }
        catch (ConnectorException refused)
        {
            return new WrittenOutcome(one, null, refused.Error);
        }
    }
}
