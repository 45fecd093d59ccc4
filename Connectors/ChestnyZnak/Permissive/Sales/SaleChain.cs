using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Asks the providers of a store one after another until every code has an answer or the time is over; then decides. Thread-safe.</summary>
/// <remarks>Whatever a provider does, the call ends within its budget: each is waited for only so long that those after it have their share.</remarks>
internal sealed class SaleChain(PermissiveRules rules, IReadOnlyList<ISaleCheck> checks, ILogger logger, TimeProvider time)
{
    // A provider ends a little before it is given up, so that what it has got till then is not lost.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(15);

    public async ValueTask<SaleResult> RunAsync(SaleCall call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pending = call.Lines.Select(line => line.Code).OfType<SaleCode>().Distinct().ToList();
        var answers = new Dictionary<SaleCode, SaleAnswer>();
        var failures = new List<string>();
        for (var at = 0; at < call.Store.Chain.Count && pending.Count > 0; at++)
        {
            var check = checks.First(one => one.Provider == call.Store.Chain[at]);
            var share = call.Budget - time.GetElapsedTime(started) - (rules.Reserve * (call.Store.Chain.Count - at - 1));
            var outcome = await AskAsync(check, new SaleRequest(call.Store, pending, call.FiscalDrive), share, cancellationToken).ConfigureAwait(false);
            foreach (var answer in outcome.Answers)
            {
                foreach (var code in answer.Codes) answers.TryAdd(code, answer);
            }

            if (outcome.Failure is { } failure)
            {
                PermissiveLog.NotAnswered(logger, call.Store.Id, check.Provider, failure, pending.Count);
                failures.Add($"{check.Provider}: {failure}");
            }

            if (outcome.Answers.Count > 0) pending.RemoveAll(answers.ContainsKey);
        }

        var now = time.GetUtcNow();
        return new SaleResult(call, [.. call.Lines.Select(line => Decide(call, line, answers, now))], failures, time.GetElapsedTime(started));
    }

    private async ValueTask<SaleOutcome> AskAsync(ISaleCheck check, SaleRequest request, TimeSpan share, CancellationToken cancellationToken)
    {
        if (share <= Margin) return SaleOutcome.None("NO_TIME");
        try
        {
            var asking = check.CheckAsync(request, share - Margin, cancellationToken);
            if (asking.IsCompletedSuccessfully) return asking.Result;
            return await asking.AsTask().WaitAsync(share, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What is left behind ends by the limit it was given, or is deaf and hears nothing anyway.
            return SaleOutcome.None("NO_ANSWER");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // A provider that breaks must not leave the till without a verdict.
            return SaleOutcome.None(failure.GetType().Name);
        }
    }

    private SaleLineResult Decide(SaleCall call, SaleLine line, Dictionary<SaleCode, SaleAnswer> answers, DateTimeOffset now)
    {
        if (line.Code is not { } code) return new SaleLineResult(line, new SaleDecision(SaleVerdict.DoNotSell, SaleReason.BadCode), null, null);
        var answer = answers.GetValueOrDefault(code);
        var facts = answer?.Facts.GetValueOrDefault(code);
        var one = new SaleCase(answer?.Kind ?? SaleAnswerKind.None, Grouped(facts, code)) { Operation = call.Operation, Price = line.Price, Now = now };
        return new SaleLineResult(line, VerdictTable.Decide(one, rules.Verdicts), answer, facts);
    }

    // The local module does not tell groups; the caller may.
    private static CodeFacts? Grouped(CodeFacts? facts, SaleCode code) => facts is { Groups.Count: 0 } && code.Group is { } group ? facts with { Groups = [group] } : facts;
}
