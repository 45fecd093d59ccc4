using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>
/// Keeps the registry in step with the configuration and the plugins: builds what is new or changed, retires what is gone.
/// Decisions are taken one at a time; builds run beside each other and hold nobody up.
/// </summary>
internal sealed class ConnectorRoster(
    ConnectorPlan plan, ConnectorRegistry registry, ConnectorAssembly assembly, ConnectorBuilder builder, TimeSpan stopPatience, TimeProvider time, ILogger<ConnectorRoster> log) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private List<ConnectorSlot> slots = [];

    /// <summary>Takes over a snapshot of the configuration. The inner task ends when all builds it started have.</summary>
    public async Task<Task> ApplyAsync(ConnectorsSnapshot snapshot)
    {
        using var mine = await TakeTurnAsync().ConfigureAwait(false);
        var before = slots.DistinctBy(slot => slot.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(slot => slot.Id, StringComparer.OrdinalIgnoreCase);
        var gone = slots.Except(before.Values).ToList();
        var builds = new List<Task>();
        var next = new List<ConnectorSlot>();
        foreach (var entry in plan.EntriesOf(snapshot))
        {
            before.Remove(entry.Options.Id, out var old);
            next.Add(old is not null && old.Entry.SameAs(entry) && old.Source == plan.SourceOf(entry) ? old : Start(entry, old, builds));
        }

        slots = next;
        Publish();
        foreach (var slot in gone.Concat(before.Values)) _ = Retire(slot, slot.Close());
        return Task.WhenAll(builds);
    }

    /// <summary>Rebuilds the connectors whose class now comes from elsewhere, or from nowhere.</summary>
    public async Task<Task> RefitAsync()
    {
        using var mine = await TakeTurnAsync().ConfigureAwait(false);
        return Refit();
    }

    /// <summary>
    /// Changes a plugin's generation: builds its connectors from the new one beside the old ones, and switches all in one step.
    /// Nothing is changed when one that serves now could not be built; its fault is handed back.
    /// </summary>
    public async Task<ConnectorError?> SwitchAsync(PluginGeneration next, Action accept)
    {
        using var mine = await TakeTurnAsync().ConfigureAwait(false);
        var types = next.Connectors.Where(type => assembly.WouldOwn(next, type)).ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        var concerned = slots.Where(slot => slot.CanRun && slot.Source.Plugin == next.Plugin && types.ContainsKey(slot.Entry.Options.Type)).ToList();
        var overlapping = concerned.Where(slot => !slot.StopFirst).ToList();
        var results = await Task.WhenAll(overlapping.Select(slot => assembly.BuildAsync(slot.Entry, types[slot.Entry.Options.Type]))).ConfigureAwait(false);
        var refused = overlapping.Zip(results).FirstOrDefault(pair => pair.Second.Fault is not null && pair.First.Shown.State == ConnectorState.Ready).Second?.Fault;
        if (refused is not null)
        {
            foreach (var (slot, result) in overlapping.Zip(results).Where(pair => pair.Second.Built is not null)) _ = builder.RetireAsync(slot.Id, result.Built!);
            return refused;
        }

        accept();
        foreach (var (slot, result) in overlapping.Zip(results))
        {
            slot.Attempt++;
            slot.Source = plan.SourceOf(slot.Entry);
            Settle(slot, result);
        }

        foreach (var slot in concerned.Except(overlapping)) _ = StopThenStartAsync(slot);
        _ = Refit();
        return null;
    }

    /// <summary>Closes all connectors; the task ends when their calls have and they are disposed.</summary>
    public async Task CloseAsync()
    {
        using var mine = await TakeTurnAsync().ConfigureAwait(false);
        var closing = slots.Select(slot => Task.WhenAll(slot.Close().Select(built => builder.RetireAsync(slot.Id, built)))).ToList();
        foreach (var slot in slots) slot.Attempt++;
        slots = [];
        await Task.WhenAll(closing).ConfigureAwait(false);
    }

    public void Dispose() => turn.Dispose();

    private Task Refit()
    {
        var builds = new List<Task>();
        slots = [.. slots.Select(slot => slot.Source == plan.SourceOf(slot.Entry) && !IsStillWithoutType(slot) ? slot : Start(slot.Entry, slot, builds))];
        Publish();
        return Task.WhenAll(builds);
    }

    // Its reason names the plugins there are, which may have changed.
    private static bool IsStillWithoutType(ConnectorSlot slot) => slot.Source == default && slot.CanRun;

    private ConnectorSlot Start(ConfiguredConnector entry, ConnectorSlot? before, List<Task> builds)
    {
        var slot = plan.SlotOf(entry, before);
        var serving = before?.Predecessor ?? before;
        if (before is not null) before.Attempt++;
        var fault = plan.FaultOf(entry);
        if (serving?.Built is not null && fault is null && slot.CanRun && !slot.StopFirst)
        {
            slot.Follow(serving);
            builds.Add(BuildAsync(slot, Task.CompletedTask));
            return slot;
        }

        if (serving is not null) slot.Follow(serving);
        var replaced = fault is not null ? slot.Fail(fault) : slot.CanRun ? slot.Pause() : slot.Close();
        if (fault is not null && entry.Fault is null) log.LogError("{Fault}", fault.Detail ?? fault.Message);
        var stopped = Retire(slot, replaced);
        if (fault is null && slot.CanRun) builds.Add(BuildAsync(slot, slot.StopFirst ? stopped : Task.CompletedTask));
        return slot;
    }

    private async Task StopThenStartAsync(ConnectorSlot slot)
    {
        slot.Source = plan.SourceOf(slot.Entry);
        await BuildAsync(slot, Retire(slot, slot.Pause())).ConfigureAwait(false);
    }

    private async Task BuildAsync(ConnectorSlot slot, Task stopped)
    {
        var attempt = ++slot.Attempt;
        try
        {
            await stopped.WaitAsync(stopPatience, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            log.LogWarning("The old instance of '{Id}' did not end its calls within {Patience}; the new one starts beside it.", slot.Id, stopPatience);
        }

        var result = await assembly.BuildAsync(slot.Entry).ConfigureAwait(false);
        using var mine = await TakeTurnAsync().ConfigureAwait(false);
        if (slot.Attempt == attempt && slots.Contains(slot)) Settle(slot, result);
        else if (result.Built is not null) _ = builder.RetireAsync(slot.Id, result.Built);
    }

    private void Settle(ConnectorSlot slot, BuildResult result)
    {
        var replaced = result.Built is { } built ? slot.Serve(built) : slot.Fail(result.Fault!);
        Publish();
        _ = Retire(slot, replaced);
    }

    private Task Retire(ConnectorSlot slot, IReadOnlyList<BuiltConnector> replaced) => Task.WhenAll(replaced.Select(built => builder.RetireAsync(slot.Id, built)));

    private void Publish() => registry.Publish([.. slots.Select(slot => slot.Shown)]);

    private async Task<Turn> TakeTurnAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        return new Turn(turn);
    }

    private readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
