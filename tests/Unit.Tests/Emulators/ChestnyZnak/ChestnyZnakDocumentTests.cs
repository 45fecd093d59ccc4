using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakDocumentTests
{
    [TestMethod]
    public async Task A_withdrawal_of_own_goods_in_circulation_takes_effect()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk);

        var number = await rig.CreateAsync("LK_RECEIPT", Withdrawal(rig, code.Cis));
        var info = await rig.InfoAsync(number);

        Guid.TryParse(number, out _).Should().BeTrue();
        ((string)info["status"]!).Should().Be("CHECKED_OK");
        ((string)info["body"]!["products"]![0]!["cis"]!).Should().Be(code.Cis);
        rig.System.World.Codes.Find(code.Cis)!.Status.Should().Be("RETIRED");
    }

    [TestMethod]
    public async Task A_wrong_document_changes_nothing_and_tells_why()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var good = rig.System.Seed.Code(rig.Milk);
        var foreign = rig.System.Seed.Codes(rig.Milk, ownerInn: "7736050003")[0];

        var info = await rig.InfoAsync(await rig.CreateAsync("LK_RECEIPT", Withdrawal(rig, good.Cis, foreign.Cis)));

        ((string)info["status"]!).Should().Be("CHECKED_NOT_OK");
        info["errors"]!.AsArray().Should().ContainSingle();
        ((string)info["commonErrors"]![0]!["errorObject"]!).Should().Be(foreign.Cis);
        rig.System.World.Codes.Find(good.Cis)!.Status.Should().Be("INTRODUCED");
    }

    [TestMethod]
    public async Task The_same_document_twice_is_two_documents_and_a_double()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var body = Withdrawal(rig, rig.System.Seed.Code(rig.Milk).Cis);

        var first = await rig.CreateAsync("LK_RECEIPT", body);
        var second = await rig.CreateAsync("LK_RECEIPT", body);

        rig.System.Judge.Doubles().Should().ContainSingle().Which.Ids.Should().Equal(first, second);
    }

    [TestMethod]
    public async Task A_list_goes_on_behind_its_last_row()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock });
        var numbers = new[] { rig.System.Seed.Incoming(rig.Owner, []), rig.System.Seed.Incoming(rig.Owner, []), rig.System.Seed.Incoming(rig.Owner, []) }.Select(one => one.Number).ToList();

        var first = (await rig.TrueAsync($"v4 GET doc/list?pg=milk&receiverInn={rig.Owner.Inn}&order=ASC&limit=2")).Json;
        var last = first["results"]![1]!;
        var second = (await rig.TrueAsync($"v4 GET doc/list?pg=milk&receiverInn={rig.Owner.Inn}&order=ASC&limit=2&pageDir=NEXT&did={last["number"]}&orderedColumnValue={Uri.EscapeDataString((string)last["docDate"]!)}")).Json;

        ((bool)first["nextPage"]!).Should().BeTrue();
        ((bool)second["nextPage"]!).Should().BeFalse();
        first["results"]!.AsArray().Concat(second["results"]!.AsArray()).Select(one => (string)one!["number"]!).Should().Equal(numbers);
        ((bool)last["input"]!).Should().BeTrue();
    }

    [TestMethod]
    public async Task A_document_is_decided_when_its_time_has_come_and_seen_when_it_may_be()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock, DocumentVisibility = TimeSpan.FromMinutes(1), DocumentDelay = TimeSpan.FromMinutes(2) });
        var number = await rig.CreateAsync("LK_RECEIPT", Withdrawal(rig, rig.System.Seed.Code(rig.Milk).Cis));

        var hidden = await rig.TrueAsync($"v4 GET doc/{number}/info?pg=milk");
        clock.Advance(TimeSpan.FromMinutes(1));
        var open = await rig.InfoAsync(number);
        clock.Advance(TimeSpan.FromMinutes(1));
        var done = await rig.InfoAsync(number);

        hidden.Status.Should().Be(404);
        ((string)open["status"]!).Should().Be("IN_PROGRESS");
        ((string)done["status"]!).Should().Be("CHECKED_OK");
    }

    internal static JsonObject Withdrawal(ChestnyZnakRig rig, params string[] codes) => new()
    {
        ["inn"] = rig.Owner.Inn,
        ["action"] = "OWN_USE",
        ["action_date"] = rig.System.Options.Clock.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", null),
        ["products"] = new JsonArray([.. codes.Select(cis => new JsonObject { ["cis"] = cis })]),
    };
}
