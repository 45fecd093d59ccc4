using System.Diagnostics;
using Faults.Exchange;
using Faults.Harness;
using Faults.Judge;

namespace Faults.Egais;

/// <summary>Plays the people of both places: they write documents, do what is to be done next, and decide where a decision is asked for.</summary>
internal sealed class EgaisPerson(UtmSystem system, Server server)
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private readonly List<EgaisCase> cases = [];
    private readonly Dictionary<string, Stopwatch> waiting = new(StringComparer.Ordinal);
    private readonly EgaisDesk desk = new(server);

    public IReadOnlyList<EgaisCase> Cases
    {
        get
        {
            lock (gate) return [.. cases];
        }
    }

    public void Add(EgaisCase one)
    {
        lock (gate) cases.Add(one);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                // No UTM to look into; the next look may find one.
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <summary>Whether everything is at its end.</summary>
    public async Task<bool> IsQuietAsync()
    {
        if (await desk.PapersAsync() is not { } papers || await ExchangeQueue.ListAsync(server.Api, EgaisHome.Connector) is not { } messages) return false;
        if (!messages.All(ExchangeQueue.IsFinal) || (Cases.Count > 0 && !await desk.HasStockAsync())) return false;
        return Cases.All(one => EgaisVerdict.Here(one, papers) == EgaisVerdict.Local(one.Story.End)) && (await system.BoxesAsync()).Count == 0;
    }

    private async Task StepAsync()
    {
        if (await desk.PapersAsync() is not { } papers) return;
        foreach (var one in Cases)
        {
            await WaybillAsync(one, papers.FirstOrDefault(paper => paper.Id == one.Waybill)?.State);
            if (papers.FirstOrDefault(paper => paper.FsrarId == UtmSystem.B && paper.Number == one.Name) is { } received) await ReceivedAsync(one, received);
            await WriteOffAsync(one, papers.FirstOrDefault(paper => paper.Id == one.WriteOff)?.State);
        }

        if (Cases.Count > 0 && !await desk.HasStockAsync()) await desk.AskStockAsync();
        await DecideAsync();
    }

    private async Task WaybillAsync(EgaisCase one, string? state)
    {
        if (state is null) await desk.SaveAsync(one.Waybill, "OutgoingWaybill", EgaisPapers.Waybill(one.Name, one.Shipped));
        if (state is null or "Draft" or "TransferError") await desk.PrepareAsync(one.Waybill, "TransferData");
        if (state is "DifferencesReceived" or "DifferencesConfirm.Error") await desk.PrepareAsync(one.Waybill, "ConfirmDifferences");
    }

    private async Task ReceivedAsync(EgaisCase one, EgaisPaper paper)
    {
        if (paper.State is "ReceivedFromEgais" or "ActAccept.Error" or "ActReject.Error" or "ActDifferences.Error") await desk.PrepareAsync(paper.Id, one.Story.Action, one.Story == EgaisStory.Differs ? EgaisPapers.Differences(one.Shipped) : null);
    }

    private async Task WriteOffAsync(EgaisCase one, string? state)
    {
        if (state is null) await desk.SaveAsync(one.WriteOff, "WriteOff", EgaisPapers.WriteOff(one.Name, one.Broken));
        if (state is null or "Draft" or "TransferError") await desk.PrepareAsync(one.WriteOff, "TransferData");
        if (state is "Conducted" or "RepealRequest.Error") await desk.PrepareAsync(one.WriteOff, "RequestRepeal");
    }

    // Who is called looks at what the UTM took: a document that is there has arrived, another one is sent again.
    private async Task DecideAsync()
    {
        if (await ExchangeQueue.ListAsync(server.Api, EgaisHome.Connector) is not { } messages) return;
        var called = messages.Where(message => message.Stage is "Parked").ToList();
        foreach (var gone in waiting.Keys.Except(called.Select(message => message.Id)).ToList()) waiting.Remove(gone);
        foreach (var message in called)
        {
            var since = waiting.TryGetValue(message.Id, out var known) ? known : waiting[message.Id] = Stopwatch.StartNew();
            if (since.Elapsed < Looks) continue;
            await ExchangeQueue.DecideAsync(server.Api, message, [.. (await system.TakenAsync()).Where(one => one.FsrarId == message.Organisation).Select(one => new RemoteDocument(one.RequestId, one.Hash))], EgaisHome.Connector);
            since.Restart();
        }
    }
}
