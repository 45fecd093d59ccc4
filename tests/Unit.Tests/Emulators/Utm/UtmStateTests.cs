using System.Collections.Concurrent;
using System.Diagnostics;
using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmStateTests
{
    private string file = "";

    [TestInitialize]
    public void Begin() => file = Path.Combine(Path.GetTempPath(), $"utm-{Guid.NewGuid():N}.state");

    [TestCleanup]
    public void End() => File.Delete(file);

    [TestMethod]
    public async Task After_a_restart_it_knows_what_it_took_told_and_removed()
    {
        string request, removed;
        Batch batch;
        await using (var rig = await UtmRig.StartAsync(new UtmOptions { StateFile = file }))
        {
            batch = rig.Stock();
            request = await rig.TakenAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, batch, 12, rig.Seed.MarksOf(batch.F2)));
            removed = (await rig.GetAsync(UtmRig.A, "opt/out")).Paths[0];
            await rig.DeleteAsync(UtmRig.A, removed);
        }

        await using var again = await UtmRig.StartAsync(new UtmOptions { StateFile = file });

        again.System.Judge.Posts().Single().RequestId.Should().Be(request);
        again.System.Judge.Removals().Single().Path.Should().Be(removed);
        (await again.GetAsync(UtmRig.A, "opt/out")).Urls.Should().HaveCount(2);
        (await again.BodiesAsync(UtmRig.B, "WayBill_v4")).Should().ContainSingle();
        await again.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, again.World.Waybills.All.Single().RegId, "Accepted"));
        again.System.Advance();
        again.World.Batches.All.Single(one => one.FsrarId == UtmRig.B).Quantity.Should().Be(12);
    }

    [TestMethod]
    public async Task Every_document_that_was_taken_before_a_kill_is_known_after_it()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(UtmEmulator).Assembly.Location, "utm", "--organisation", $"{UtmRig.A}:0", "--state", file]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        var address = new Uri(line!.Split(' ')[^1]);
        var told = new ConcurrentQueue<string>();
        var enough = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 4).Select(_ => AskAsync(new Uri(address, "opt/in/QueryRests_v2"), told, enough)).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));

        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(callers);
        await using var again = await UtmEmulator.StartAsync(new UtmOptions { Utms = [(UtmRig.A, 0)], StateFile = file });

        again.Advance();
        again.Judge.Posts(UtmRig.A).Select(one => one.RequestId).Should().Contain(told);
        again[UtmRig.A].OutBox.Count(one => one.Type == "ReplyRests_v2").Should().Be(again.Judge.Posts(UtmRig.A).Count);
    }

    private static async Task AskAsync(Uri address, ConcurrentQueue<string> told, TaskCompletionSource enough)
    {
        using var client = new HttpClient();
        try
        {
            while (true)
            {
                using var form = UtmRig.Form(System.Text.Encoding.UTF8.GetBytes(UtmDocuments.Question(UtmRig.A, "QueryRests_v2")));
                using var response = await client.PostAsync(address, form);
                told.Enqueue((await UtmAnswer.ReadAsync(response)).Url!);
                if (told.Count >= 100) enough.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
