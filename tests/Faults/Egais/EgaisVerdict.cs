using Faults.Exchange;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Egais;

/// <summary>Brings what the server and the registry have before the judge.</summary>
internal static class EgaisVerdict
{
    /// <param name="trial">What was tried; what concerns no single document is counted under it.</param>
    /// <param name="system">The UTMs.</param>
    /// <param name="server">The server.</param>
    /// <param name="store">Its database.</param>
    /// <param name="faults">The cases, and which fault each stands for.</param>
    /// <param name="seen">What was found wrong on the way.</param>
    /// <param name="results">Where it is counted.</param>
    public static async Task GiveAsync(string trial, UtmSystem system, Server server, StoreFile store, IReadOnlyList<(EgaisCase Case, string Fault)> faults, IReadOnlyList<string> seen, KillResults results)
    {
        var messages = await ExchangeQueue.ListWithActionsAsync(server.Api, EgaisHome.Connector);
        var papers = await new EgaisDesk(server).PapersAsync() ?? throw new InvalidOperationException("The server does not list its documents.");
        var taken = await system.TakenAsync();
        IReadOnlyList<string> common =
        [
            .. EgaisJudge.Doubles(taken), .. await system.DoublesAsync(), .. EgaisJudge.Messages(messages.Where(message => !faults.Any(one => IsOf(one.Case, message, papers))), taken), .. EgaisJudge.Strangers(messages, taken),
            .. await RemovalsAsync(system, store), .. await system.BoxesAsync(), .. Stock(taken), .. seen,
        ];
        results.Add($"{trial}, all documents", common);
        var (waybills, acts) = (await system.WaybillsAsync(), await system.ActsAsync());
        foreach (var (one, fault) in faults)
        {
            var there = new EgaisEnd("", "", waybills.GetValueOrDefault(one.Name, ""), "", acts.GetValueOrDefault(papers.FirstOrDefault(paper => paper.Id == one.WriteOff)?.RegId ?? "", ""));
            var found = Here(one, papers) with { Waybill = there.Waybill, Act = there.Act };
            results.Add(fault, [.. EgaisJudge.Ends(one.Name, one.Story.End, found), .. EgaisJudge.Messages(messages.Where(message => IsOf(one, message, papers)), taken)]);
        }
    }

    /// <summary>Removals of what is not kept, at this moment.</summary>
    public static async Task<IReadOnlyList<string>> RemovalsAsync(UtmSystem system, StoreFile store) => EgaisJudge.Removals(await system.RemovedAsync(), store.Incoming());

    /// <summary>Where a case stands at the server.</summary>
    public static EgaisEnd Here(EgaisCase one, IReadOnlyList<EgaisPaper> papers) => EgaisEnd.Nothing with
    {
        Shipped = StateOf(papers.Where(paper => paper.Id == one.Waybill)),
        Received = StateOf(papers.Where(paper => paper.FsrarId == UtmSystem.B && paper.Number == one.Name)),
        WriteOff = StateOf(papers.Where(paper => paper.Id == one.WriteOff)),
    };

    /// <summary>What of an end the server can tell.</summary>
    public static EgaisEnd Local(EgaisEnd end) => end with { Waybill = "", Act = "" };

    private static string StateOf(IEnumerable<EgaisPaper> papers) => string.Join('+', papers.Select(paper => paper.State));

    private static bool IsOf(EgaisCase one, LocalMessage message, IReadOnlyList<EgaisPaper> papers) =>
        message.Document is { Length: > 0 } id && (id == one.Waybill || id == one.WriteOff || papers.Any(paper => paper.Id == id && paper.Number == one.Name));

    // The gate of questions outlives kills.
    private static IEnumerable<string> Stock(IReadOnlyList<TakenDocument> taken) =>
        taken.Where(one => one.IsQuestion).GroupBy(one => (one.FsrarId, one.Element)).Where(same => same.Count() > 1).Select(same => $"{same.Key.FsrarId} was asked for {same.Key.Element} {same.Count()} times within the hour");
}
