using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Unloads replaced generations when nobody needs them any more, and counts those that stay in memory all the same.</summary>
internal sealed class Retirement(ContextCures cures, TimeProvider time, ILogger<Retirement> log)
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 0, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 10_000, 10_000, 20_000, 60_000, 300_000 }.Select(pause => TimeSpan.FromMilliseconds(pause))];
    private readonly ConcurrentDictionary<Departed, bool> departed = [];

    public IReadOnlyList<RetainedGeneration> RetainedOf(string plugin) =>
        [.. departed.Keys.Where(one => one.IsAlive && one.Plugin.Equals(plugin, StringComparison.OrdinalIgnoreCase)).OrderBy(one => one.Number).Select(one => new RetainedGeneration(one.Number, one.HeldBy))];

    /// <summary>Takes no new holders and unloads once the present ones have let go. The task ends when the memory is free or that was given up.</summary>
    public Task RetireAsync(PluginGeneration generation)
    {
        var going = new Departed(generation);
        departed.TryAdd(going, true);
        generation.Holds.Retire();
        return UnloadAsync(going);
    }

    private async Task UnloadAsync(Departed going)
    {
        await going.Holds.Free.ConfigureAwait(false);
        foreach (var failure in going.Unload()) log.LogWarning(failure, "An instance of plugin {Plugin}, generation {Generation}, failed while it was disposed.", going.Plugin, going.Number);
        foreach (var pause in Pauses)
        {
            if (pause > TimeSpan.Zero) await Task.Delay(pause, time).ConfigureAwait(false);
            foreach (var failure in cures.Run(going.Context!)) log.LogDebug(failure, "A cache of the framework could not be cleared.");
            Collect();
            if (going.IsAlive) continue;
            departed.TryRemove(going, out _);
            PluginCopies.Remove(going.Copy);
            return;
        }

        log.LogWarning("Generation {Generation} of plugin {Plugin} stays in memory; an event, a timer, a thread or a cache of the plugin holds it.", going.Number, going.Plugin);
    }

    private static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }

    // Knows the generation only until it is unloaded.
    private sealed class Departed(PluginGeneration generation)
    {
        private PluginGeneration? generation = generation;

        public string Plugin { get; } = generation.Plugin;

        public int Number { get; } = generation.Number;

        public string Copy { get; } = generation.Copy;

        public GenerationHolds Holds { get; } = generation.Holds;

        public WeakReference? Context { get; private set; }

        public bool IsAlive => Context?.IsAlive ?? true;

        public IReadOnlyList<string> HeldBy => Holds.Holders;

        public IReadOnlyList<Exception> Unload()
        {
            var failures = generation!.DisposeOperations();
            Context = generation.Unload();
            generation = null;
            return failures;
        }
    }
}
