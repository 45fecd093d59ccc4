using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;
using Unit.Tests.ChestnyZnak.Suz;

namespace Unit.Tests.ChestnyZnak.Codes;

/// <summary>Ends the process of a taking at every point, and takes again with a fresh one, under another id.</summary>
internal static class PrintingCrashes
{
    public static async Task<(int Points, IReadOnlyList<string> Texts)> EverywhereAsync(IMarkingCodeStore codes, IConnectorRecords records, MovedTime time, string gtin)
    {
        var texts = new List<string>();
        for (var at = 0; ; at++)
        {
            var breaker = new Breaker(at);
            var died = await DiesAsync(new CodePrinting(new BreakingCodes(codes, breaker), new BreakingRecords(records, breaker), time), gtin, $"dying-{at}");
            time.Move(TimeSpan.FromMinutes(1));
            var fresh = new CodePrinting(codes, records, time);

            // What the dead process was asked for is asked for again, and something else is taken.
            texts.AddRange(Texts(await fresh.TakeAsync(null, gtin, 3, $"other-{at}", CancellationToken.None)));
            texts.AddRange(Texts(await fresh.TakeAsync(null, gtin, 3, $"dying-{at}", CancellationToken.None)));
            if (!died) return (at, texts);
        }
    }

    private static async Task<bool> DiesAsync(CodePrinting printing, string gtin, string takeId)
    {
        try
        {
            await printing.TakeAsync(null, gtin, 3, takeId, CancellationToken.None);
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }

    private static IEnumerable<string> Texts(ConnectorRecord taken) => ((List<object?>)taken["codes"]!).Cast<string>();
}
