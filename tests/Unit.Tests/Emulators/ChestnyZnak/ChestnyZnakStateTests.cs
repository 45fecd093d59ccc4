using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakStateTests
{
    private string file = "";

    [TestInitialize]
    public void Begin() => file = Path.Combine(Path.GetTempPath(), $"chz-{Guid.NewGuid():N}.state");

    [TestCleanup]
    public void End() => File.Delete(file);

    [TestMethod]
    public async Task After_a_restart_it_knows_what_it_told()
    {
        string document, token;
        SuzOrder order;
        IReadOnlyList<string> codes;
        await using (var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { StateFile = file }))
        {
            order = rig.System.Seed.Order(rig.Milk, 5);
            codes = (await rig.CodesAsync(order, 3)).Codes;
            document = await rig.CreateAsync("LK_RECEIPT", ChestnyZnakDocumentTests.Withdrawal(rig, rig.System.Seed.Code(rig.Milk).Cis));
            await rig.InfoAsync(document);
            token = rig.ClientToken;
        }

        await using var again = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { StateFile = file }, signedIn: false);
        again.ClientToken = token;

        again.System.Judge.HandedOut(order.OrderId).Should().Equal(codes);
        again.System.World.Documents.Find(document)!.Status.Should().Be("CHECKED_OK");
        again.System.Judge.SignIns("suz").Should().Be(1);
        (await again.CodesAsync(order, 5)).Codes.Should().HaveCount(2).And.NotIntersectWith(codes);
    }

    [TestMethod]
    public async Task What_a_kill_cut_short_was_never_answered_and_is_dropped()
    {
        string orderId;
        await using (var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { StateFile = file }))
        {
            orderId = rig.System.Seed.Order(rig.Milk, 5).OrderId;
            await rig.CodesAsync(rig.System.World.Orders.Find(orderId)!, 3);
        }

        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text[..(text.LastIndexOf("\"table\":\"blocks\"", StringComparison.Ordinal) + 60)]);
        await using var again = await ChestnyZnakEmulator.StartAsync(new ChestnyZnakOptions { StateFile = file });

        again.Judge.HandedOut(orderId).Should().BeEmpty();
        again.World.Orders.Find(orderId)!.Buffers[0].Passed.Should().Be(0);
    }
}
