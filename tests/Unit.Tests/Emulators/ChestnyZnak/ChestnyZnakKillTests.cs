using System.Collections.Concurrent;
using System.Diagnostics;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakKillTests
{
    [TestMethod]
    public async Task Every_code_that_was_told_before_a_kill_is_known_after_it()
    {
        var file = Path.Combine(Path.GetTempPath(), $"chz-{Guid.NewGuid():N}.state");
        var (order, token, omsId) = await SeedAsync(file);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ChestnyZnakEmulator).Assembly.Location, "chestnyznak", "--listen", "0", "--state", file]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        var told = new ConcurrentQueue<string>();
        var enough = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 4).Select(_ => TakeAsync(new Uri(new Uri(line!.Split(' ')[^1]), $"suz/api/v3/codes?omsId={omsId}&orderId={order.OrderId}&gtin={order.Buffers[0].Gtin}&quantity=7"), token, told, enough)).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(30));

        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(callers);
        await using var again = await ChestnyZnakEmulator.StartAsync(new ChestnyZnakOptions { StateFile = file });

        again.Judge.HandedOut(order.OrderId).Should().OnlyHaveUniqueItems().And.Contain(told);
        again.World.Orders.Find(order.OrderId)!.Buffers[0].Passed.Should().Be(again.Judge.HandedOut(order.OrderId).Count);
        File.Delete(file);
    }

    private static async Task<(SuzOrder Order, string Token, string OmsId)> SeedAsync(string file)
    {
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { StateFile = file });
        return (rig.System.Seed.Order(rig.Milk, 1_000_000), rig.ClientToken, rig.Owner.OmsId);
    }

    private static async Task TakeAsync(Uri codes, string token, ConcurrentQueue<string> told, TaskCompletionSource enough)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Add("clientToken", token);
        try
        {
            while (true)
            {
                var text = await client.GetStringAsync(codes);
                foreach (var code in System.Text.Json.Nodes.JsonNode.Parse(text)!["codes"]!.AsArray()) told.Enqueue((string)code!);
                if (told.Count >= 200) enough.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
