using Faults.Harness;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Exchange;

/// <summary>Brings what both sides have before the judge.</summary>
internal static class ExchangeVerdict
{
    /// <param name="system">The marking system.</param>
    /// <param name="server">A server that can be asked.</param>
    /// <param name="faults">Which fault each document stands for; several documents may stand for one.</param>
    /// <param name="results">Where it is counted.</param>
    public static async Task GiveAsync(MarkingSystem system, Server server, IReadOnlyDictionary<string, string> faults, KillResults results)
    {
        var judge = new ExchangeJudge(await ExchangeQueue.ListWithActionsAsync(server.Api), WorldFile.Documents(system.StateFile));
        IReadOnlyList<string> strangers = judge.Strangers(), doubles = [.. (await system.DoublesAsync()).Select(line => $"came twice: {line}")];
        foreach (var fault in faults.GroupBy(pair => pair.Value, pair => pair.Key)) results.Add(fault.Key, [.. fault.SelectMany(judge.Judge), .. strangers, .. doubles]);
    }
}
