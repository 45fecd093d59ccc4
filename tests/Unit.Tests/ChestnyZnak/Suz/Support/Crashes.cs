using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Ends the job's process at every point there is, one after another, and lets a fresh one go on.</summary>
internal static class Crashes
{
    private const int Quantity = 70;

    /// <param name="rig">The rig; each point gets an order of its own.</param>
    /// <param name="harm">What goes wrong beside, for each order; null for nothing.</param>
    /// <param name="before">What happens before the process that dies; null for nothing.</param>
    /// <returns>How many points there were, and what was lost at which.</returns>
    public static async Task<(int Points, IReadOnlyList<string> Lost)> EverywhereAsync(SuzRig rig, Action<SuzOrder>? harm = null, Func<SuzOrder, Task>? before = null)
    {
        var lost = new List<string>();
        for (var at = 0; ; at++)
        {
            var order = await rig.OrderAsync(Quantity);
            harm?.Invoke(order);
            if (before is not null) await before(order);
            var died = await DiesAsync(rig, at);
            rig.Time.Move(TimeSpan.FromMinutes(5));
            await rig.FetchManyAsync(4, TimeSpan.FromMinutes(11));
            lost.AddRange((await rig.LostAsync(order.OrderId)).Select(one => $"point {at}: {one}"));
            lost.AddRange(await UnfinishedAsync(rig, order, at));
            if (!died) return (at, lost);
        }
    }

    private static async Task<bool> DiesAsync(SuzRig rig, int at)
    {
        try
        {
            await rig.FetchAsync(new Breaker(at));
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }

    private static async Task<IReadOnlyList<string>> UnfinishedAsync(SuzRig rig, SuzOrder order, int at)
    {
        var held = await rig.SubOrderAsync(order.OrderId);
        var open = await rig.Codes.OpenIntentsAsync(order.OrderId, CancellationToken.None);
        var wrong = new List<string>();
        if (!held.Final) wrong.Add($"point {at}: the order is still {held.State}, {held.Received}, {held.LastError}");
        if (open.Count > 0) wrong.Add($"point {at}: an intent is still open");
        if (held.Attention is null && rig.Codes.All.Count(code => code.OrderId == order.OrderId) != Quantity) wrong.Add($"point {at}: {rig.Codes.All.Count(code => code.OrderId == order.OrderId)} codes are here");
        return wrong;
    }
}
