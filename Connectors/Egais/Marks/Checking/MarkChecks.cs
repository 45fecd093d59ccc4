using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Asks the registry whether marks are on the balance of an organisation. Whatever goes wrong on the way is no verdict.</summary>
/// <param name="calls">The UTM's calls.</param>
/// <param name="rules">Which ways, and their limits.</param>
/// <param name="find">The organisation of a FSRAR id; of null the only one there is.</param>
/// <param name="time">The clock.</param>
internal sealed class MarkChecks(IMarkCheckCalls calls, MarkCheckRules rules, Func<string?, EgaisOrganisation> find, TimeProvider time)
{
    /// <summary>How many marks one check takes: a handheld waits for it.</summary>
    public const int Most = 500;

    /// <summary>The marks with their verdicts, each once, in the order asked. Of both ways the one call for all comes first, and what it leaves open is asked mark by mark.</summary>
    /// <exception cref="ConnectorException">Checks are off, or too many marks were given.</exception>
    public async ValueTask<IReadOnlyList<CheckedMark>> CheckAsync(string? fsrarId, IReadOnlyList<string> marks, CancellationToken cancellationToken)
    {
        var asked = marks.Distinct(StringComparer.Ordinal).ToList();
        if (rules.IsOff) throw new ConnectorException(CheckErrors.Off());
        if (asked.Count > Most) throw new ConnectorException(CheckErrors.TooMany(asked.Count, Most));
        var organisation = find(fsrarId);
        if (asked.Count == 0) return [];
        if (!rules.Filter) return await OneByOneAsync(organisation, asked, cancellationToken).ConfigureAwait(false);
        var together = await TogetherAsync(organisation, asked, cancellationToken).ConfigureAwait(false);
        var open = together.Where(mark => mark.Verdict == MarkVerdict.Unknown).Select(mark => mark.Mark).ToList();
        if (!rules.Service || open.Count == 0) return together;
        var rest = (await OneByOneAsync(organisation, open, cancellationToken).ConfigureAwait(false)).ToDictionary(mark => mark.Mark);
        return [.. together.Select(mark => rest.GetValueOrDefault(mark.Mark) ?? mark)];
    }

    private async ValueTask<IReadOnlyList<CheckedMark>> OneByOneAsync(EgaisOrganisation organisation, IReadOnlyList<string> marks, CancellationToken cancellationToken)
    {
        var results = new List<CheckedMark>();
        string? dead = null;
        foreach (var mark in marks)
        {
            if (dead is not null)
            {
                results.Add(new CheckedMark(mark, MarkVerdict.Unknown) { Why = dead });
                continue;
            }

            var (body, why) = await TryAsync(stop => calls.MarkCheckAsync(organisation, mark, stop), cancellationToken).ConfigureAwait(false);

            // A service that does not answer at all is not asked about the rest: a handheld waits for the result.
            dead = body is null ? why : null;
            var verdict = body is null ? MarkVerdict.Unknown : MarkServiceAnswer.Read(body);
            results.Add(new CheckedMark(mark, verdict) { Why = verdict == MarkVerdict.Unknown ? why ?? "Ответ УТМ о марке не понят." : null });
        }

        return results;
    }

    private async ValueTask<IReadOnlyList<CheckedMark>> TogetherAsync(EgaisOrganisation organisation, IReadOnlyList<string> marks, CancellationToken cancellationToken)
    {
        var xml = FilterXml.Build(organisation.FsrarId, marks, rules.BareMarks);
        var (body, why) = await TryAsync(stop => calls.QueryFilterAsync(organisation, xml, stop), cancellationToken).ConfigureAwait(false);
        return body is null ? [.. marks.Select(mark => new CheckedMark(mark, MarkVerdict.Unknown) { Why = why })] : FilterXml.Read(body, marks);
    }

    private async ValueTask<(byte[]? Body, string? Why)> TryAsync(Func<CancellationToken, ValueTask<byte[]>> call, CancellationToken cancellationToken)
    {
        string? why = null;
        for (var tries = 0; tries < rules.Tries; tries++)
        {
            using var limit = new CancellationTokenSource(rules.Timeout, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return (await call(both.Token).ConfigureAwait(false), null);
            }
            catch (ConnectorException failure)
            {
                // Both are questions: asked again they change nothing.
                why = ChangeRecords.TextOf(failure.Error);
                if (!failure.Error.Retryable && !failure.Error.InDoubt) return (null, why);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                why = $"УТМ не ответил о марке за {rules.Timeout.TotalSeconds:0.#} с.";
            }
        }

        return (null, why);
    }
}
