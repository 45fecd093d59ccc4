using System.Collections.Concurrent;

namespace Connectors.ChestnyZnak;

/// <summary>Asks the local module (ЛМ ЧЗ), which knows offline what must not be sold. Only a ready one is asked.</summary>
internal sealed class LocalModuleCheck(PermissiveRules rules, SaleLinks links, TimeProvider time) : ISaleCheck
{
    private const int AtOnce = 8;
    private readonly ConcurrentDictionary<Uri, (LocalModuleState State, long At)> states = new();

    public SaleProvider Provider => SaleProvider.Lm;

    public async ValueTask<SaleOutcome> CheckAsync(SaleRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var module = request.Store.Lm!;
        var started = time.GetTimestamp();
        var state = states.TryGetValue(module.Address, out var known) && time.GetElapsedTime(known.At) < rules.StateLife ? known.State : await StateAsync(request.Store, limit, cancellationToken).ConfigureAwait(false);
        if (!state.IsReady) return SaleOutcome.None(state.Word);
        var rest = limit - time.GetElapsedTime(started);
        if (rest <= TimeSpan.Zero) return SaleOutcome.None("NO_TIME");
        return module.Version == 1 ? await AskEachAsync(request, module, rest, cancellationToken).ConfigureAwait(false) : await AskAllAsync(request, module, rest, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks how it is.</summary>
    public async ValueTask<LocalModuleState> StateAsync(SaleStore store, TimeSpan limit, CancellationToken cancellationToken)
    {
        var module = store.Lm!;
        var reply = await links.AskLocalAsync(module.Address, SaleRequests.Get($"/api/v{module.Version}/status", limit, ("Authorization", module.Authorization)), cancellationToken).ConfigureAwait(false);
        var state = LocalModuleState.Read(reply);

        // Silence is not believed for long: the next sale asks again.
        if (state.Answered) states[module.Address] = (state, time.GetTimestamp());
        return state;
    }

    private async ValueTask<SaleOutcome> AskAllAsync(SaleRequest request, LocalModuleOptions module, TimeSpan limit, CancellationToken cancellationToken)
    {
        var message = SaleRequests.Post("/api/v2/cis/outCheck", SaleRequests.OfModule(request.Codes), limit, ("Authorization", module.Authorization), ("X-ClientId", request.FiscalDrive));
        var reply = await links.AskLocalAsync(module.Address, message, cancellationToken).ConfigureAwait(false);
        if (reply.Status != 200) return Refused(module, reply);
        using var body = AnswerFields.Parse(reply.Body);
        var answers = (body?.RootElement ?? default).Items("results"u8).Select(part => SaleAnswerReader.ReadLocal(part, request.Codes)).OfType<SaleAnswer>().ToList();
        return new SaleOutcome(answers, answers.Sum(answer => answer.Codes.Count) < request.Codes.Count ? "ANSWER_INCOMPLETE" : null);
    }

    // The first version takes one code at a time; a few go side by side, so that a full basket stays within the limit.
    private async ValueTask<SaleOutcome> AskEachAsync(SaleRequest request, LocalModuleOptions module, TimeSpan limit, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentBag<SaleOutcome>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(request.Codes, options, async (code, stopping) =>
        {
            var message = SaleRequests.Get($"/api/v1/cis/outCheck?cis={Uri.EscapeDataString(code.Cis)}", limit, ("Authorization", module.Authorization), ("X-ClientId", request.FiscalDrive));
            var reply = await links.AskLocalAsync(module.Address, message, stopping).ConfigureAwait(false);
            using var body = AnswerFields.Parse(reply.Body);
            if (reply.Status != 200) outcomes.Add(Refused(module, reply));
            else outcomes.Add(SaleAnswerReader.ReadLocal(body?.RootElement ?? default, [code]) is { } answer ? SaleOutcome.Of(answer) : SaleOutcome.None("ANSWER_INCOMPLETE"));
        }).ConfigureAwait(false);
        return new SaleOutcome([.. outcomes.SelectMany(outcome => outcome.Answers)], outcomes.Select(outcome => outcome.Failure).FirstOrDefault(failure => failure is not null));
    }

    private SaleOutcome Refused(LocalModuleOptions module, LinkAnswer reply)
    {
        var state = LocalModuleState.OfRefusal(reply);
        if (state is not null) states[module.Address] = (state, time.GetTimestamp());
        return SaleOutcome.None(state?.Word ?? reply.Word);
    }
}
