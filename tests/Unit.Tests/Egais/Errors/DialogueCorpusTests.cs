using Emulators.Utm;
using Unit.Tests.Egais.Methods;
using Unit.Tests.Egais.Receiving;

namespace Unit.Tests.Egais.Errors;

/// <summary>Whole dialogues with UTMs and a registry that behave oddly: each ends as if they did not.</summary>
[TestClass]
public sealed class DialogueCorpusTests
{
    private const string Partner = "030000000009";
    private const int Many = 3000;

    private static readonly Dictionary<string, Action<EgaisRig>> Made = new()
    {
        ["out of order"] = rig => Twist(rig, twists => twists.ReverseOrder = true),
        ["duplicated"] = rig => Twist(rig, twists => twists.DuplicateTickets = true),
        ["both verdicts in one ticket"] = rig => Twist(rig, twists => twists.JoinTickets = true),
        ["verdicts in capitals"] = rig => Twist(rig, twists => twists.VerdictsInCapitals = true),
        ["without Identity"] = rig => Twist(rig, twists => twists.TicketsWithoutIdentity = true),
        ["without Identity and TransportId"] = rig => Twist(rig, twists => (twists.TicketsWithoutIdentity, twists.TicketsWithoutTransportId) = (true, true)),
        ["by a dashless upper-case TransportId alone"] = rig => Twist(rig, twists => (twists.DashlessTransportIds, twists.TicketsWithoutReplyId, twists.TicketsWithoutIdentity) = (true, true, true)),
        ["a wrong number in the ticket about the repeal"] = rig => Twist(rig, twists => twists.WrongRepealNumbers = true),
        ["request ids with their owner"] = rig => Change(rig, options => options.PrefixedRequestIds = true),
        ["a list without request ids and times"] = rig => Change(rig, options => (options.ListReplyIds, options.ListTimestamps) = (false, false)),
        ["lists in another order each time"] = rig => Change(rig, options => options.ShuffleLists = true),
        ["a foreign host in the addresses"] = rig => Change(rig, options => options.OwnHost = "192.0.2.7:9999"),
        ["own acts come back"] = rig => Change(rig, options => (options.EchoActs, options.ShipperHearsTheEnd) = (true, true)),
        ["a removal whose answer is lost"] = rig => Break(rig, new Fault(FaultKind.ResetAfter, "DELETE /opt/out/*") { Times = 3 }),
        ["a removal that is answered with 404"] = rig => Break(rig, new Fault(FaultKind.StatusAfter, "DELETE /opt/out/*") { Times = -1, Status = 404 }),
        ["pages in place of documents"] = rig => Break(rig, new Fault(FaultKind.Html, "GET /opt/out*") { Times = 3 }),
        ["documents that break off"] = rig => Break(rig, new Fault(FaultKind.HalfBody, "GET /opt/out/*") { Times = 3 }),
        ["answers to posts that are lost"] = rig => Break(rig, new Fault(FaultKind.ResetAfter, "POST /opt/in/*") { Times = 2 }),
    };

    public static IEnumerable<object[]> Oddities => Made.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Oddities))]
    public async Task An_oddity_changes_nothing_about_the_end(string name)
    {
        await using var rig = await EgaisRig.StartAsync();
        Made[name](rig);

        var (sent, received) = await DialogueAsync(rig);

        (await rig.StateAsync(received)).Should().Be("ReceivedFromEgais", name);
        (await rig.StateAsync(sent)).Should().Be("ProcessedByClient", name);
        (await RegIdAsync(rig, received)).Should().StartWith("TTN-").And.Be(await RegIdAsync(rig, sent));
        rig.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
        rig.System.Judge.Doubles().Should().BeEmpty();
        rig.System.Judge.Posts().Should().HaveCount(4);
    }

    // Requests to repeal have no Identity of their own: their first tickets can be told to nobody then.
    [TestMethod]
    public async Task Tickets_that_carry_an_Identity_alone_end_in_the_same_states_and_the_rest_goes_after_its_time()
    {
        await using var rig = await EgaisRig.StartAsync();
        Twist(rig, twists => (twists.TicketsWithoutReplyId, twists.TicketsWithoutTransportId) = (true, true));

        var (sent, received) = await DialogueAsync(rig);
        var left = rig.System.Hosts.SelectMany(host => host.OutBox).Select(entry => entry.Kind).ToList();
        rig.Clock.Advance(TimeSpan.FromDays(30));
        await rig.RunOftenAsync();

        (await rig.StateAsync(received), await rig.StateAsync(sent)).Should().Be(("ReceivedFromEgais", "ProcessedByClient"));
        left.Should().NotBeEmpty().And.OnlyContain(kind => kind == "Ticket/Result");
        rig.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Thousands_of_foreign_tickets_stay_where_they_are_and_ours_are_found_among_them()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System.Seed.ForeignTickets(EgaisRig.B, Many);
        var sent = await rig.SaveWaybillAsync();
        await rig.PrepareAsync(sent);
        await rig.RunOftenAsync();
        await rig.PrepareAsync(await rig.IncomingAsync(), "ConfirmReceipt");
        await rig.RunOftenAsync();

        (await rig.StateAsync(sent)).Should().Be("Confirmed");
        rig.System[EgaisRig.B].OutBox.Should().HaveCount(Many);
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_answer_to_a_request_of_another_owner_is_left_to_him()
    {
        await using var rig = await EgaisRig.StartAsync();
        var (_, received) = await rig.ShipAsync();
        rig.System[EgaisRig.B].Twists.Hold = "Ticket/*";
        await rig.PrepareAsync(received, "ConfirmReceipt");
        var act = rig.System.Judge.Posts(EgaisRig.B).Single();
        rig.System.Seed.Entry(EgaisRig.B, "Ticket", Troubles.Text(UtmXml.Conducted(act.Identity, docType: "WayBillAct_v4")), $"{Partner}-{act.RequestId}");

        await rig.RunLongAsync();
        var before = await rig.StateAsync(received);
        rig.System[EgaisRig.B].Twists.Hold = "";
        rig.System[EgaisRig.B].Release();
        await rig.RunOftenAsync();

        before.Should().Be("ActAccept.SentToUtm");
        (await rig.StateAsync(received)).Should().Be("Confirmed");
        rig.System[EgaisRig.B].OutBox.Should().ContainSingle().Which.ReplyId.Should().StartWith(Partner);
    }

    [TestMethod]
    public async Task From_a_UTM_of_another_place_nothing_is_read_nor_removed_until_it_is_the_right_one()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        await rig.PrepareAsync(document);
        rig.System[EgaisRig.B].Conditions.DatabaseOwner = Partner;

        await rig.RunLongAsync();
        var read = rig.System.Judge.Requests(EgaisRig.B, "GET /opt/*") + rig.System.Judge.Removals(EgaisRig.B).Count;
        rig.System[EgaisRig.B].Conditions.DatabaseOwner = null;
        await rig.RunLongAsync();

        read.Should().Be(0);
        (await rig.StateAsync(await rig.IncomingAsync())).Should().Be("ReceivedFromEgais");
        rig.System[EgaisRig.B].OutBox.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("FORM2REGINFO")]
    [DataRow("WayBill_v4")]
    public async Task Half_a_waybill_waits_in_the_UTM_for_the_other_half(string missing)
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.B].Twists.Hold = missing;
        await rig.PrepareAsync(await rig.SaveWaybillAsync());

        await rig.RunLongAsync();
        var (cards, removed) = ((await rig.ListAsync(EgaisRig.B)).Count, rig.System.Judge.Removals(EgaisRig.B).Count);
        rig.System[EgaisRig.B].Twists.Hold = "";
        rig.System[EgaisRig.B].Release();
        await rig.RunOftenAsync();

        (cards, removed).Should().Be((0, 0));
        (await rig.StateAsync(await rig.IncomingAsync())).Should().Be("ReceivedFromEgais");
        rig.System[EgaisRig.B].OutBox.Should().BeEmpty();
    }

    // Shipped, accepted, repealed: tickets of every kind come to both.
    private static async Task<(string Sent, string Received)> DialogueAsync(EgaisRig rig)
    {
        var sent = await rig.SaveWaybillAsync();
        await rig.PrepareAsync(sent);
        await rig.RunLongAsync();
        var received = await rig.IncomingAsync();
        await rig.PrepareAsync(received, "ConfirmReceipt");
        await rig.RunLongAsync();
        await rig.PrepareAsync(received, "RequestRepeal");
        await rig.RunLongAsync();
        await rig.PrepareAsync(sent, "ConfirmRepeal");
        await rig.RunLongAsync();
        return (sent, received);
    }

    private static async Task<string?> RegIdAsync(EgaisRig rig, string document) => (string?)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", document)))["regId"];

    private static void Twist(EgaisRig rig, Action<UtmTwists> change) => rig.System.Hosts.ToList().ForEach(host => change(host.Twists));

    private static void Change(EgaisRig rig, Action<UtmOptions> change) => change(rig.System.Options);

    private static void Break(EgaisRig rig, Fault fault) => rig.System.Hosts.ToList().ForEach(host => host.Faults.Add(fault));
}
