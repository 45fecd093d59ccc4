using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Emulators.Utm;
using Microsoft.Extensions.Logging;
using TestKit;

namespace Unit.Tests.Egais.Exchange;

[TestClass]
public sealed class UtmOutBoxTests
{
    [TestMethod]
    public async Task Tickets_come_first_then_waybills_beside_their_registrations_then_the_rest()
    {
        await using var rig = await UtmRig.StartAsync(options: new UtmOptions { ShuffleLists = true });
        rig.System.Seed.Entry(UtmRig.Shop, "ReplyRests_v2", "<a/>");
        rig.Act();
        rig.System.Seed.ForeignTickets(UtmRig.Shop, 2);

        var kinds = (await rig.ListAsync()).Select(item => item.Kind).ToList();

        kinds.Take(2).Should().AllBe("Ticket");
        kinds.Skip(2).Take(3).Should().BeEquivalentTo("WayBill_v4", "FORM2REGINFO", "TTNHISTORYF2REG");
        kinds[^1].Should().Be("ReplyRests_v2");
    }

    [TestMethod]
    public async Task An_item_is_known_by_database_and_path_and_carries_what_it_answers()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await UtmRig.StartAsync(options: new UtmOptions { PrefixedRequestIds = true, Clock = clock }, time: clock);
        var entry = rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<a/>", "5b8e0f7a-1111-4222-8333-444455556666");

        var before = (await rig.ListAsync()).Single();
        clock.Advance(TimeSpan.FromMinutes(1));
        rig.Host.MakeDatabaseAnew();
        rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<b/>");
        var after = (await rig.ListAsync()).Single();

        (before.Address, before.Kind, before.ReplyTo).Should().Be((entry.Path, "Ticket", "5b8e0f7a111142228333444455556666"));
        before.RemoteId.Should().EndWith($":{entry.Path}");
        after.Address.Should().Be(before.Address, "numbers start again");
        after.RemoteId.Should().NotBe(before.RemoteId);
    }

    [TestMethod]
    public async Task What_another_database_had_is_neither_read_nor_removed_under_the_same_number()
    {
        await using var rig = await UtmRig.StartAsync();
        var entry = rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<a/>");
        var old = new IncomingItem(UtmRig.Shop, BoxIds.Of("202001010000000300", entry.Path), entry.Path);

        var fetch = () => rig.Adapter.FetchIncomingAsync(old, CancellationToken.None).AsTask();
        await rig.Adapter.AcknowledgeIncomingAsync(old, CancellationToken.None);

        (await fetch.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be(IIncomingAdapter.NotFound);
        rig.Host.OutBox.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Answers_of_another_organisation_at_the_same_UTM_are_left_alone()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<a/>", $"{UtmRig.Wholesaler}-5b8e0f7a-1111-4222-8333-444455556666");
        var own = rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<a/>", $"{UtmRig.Shop}-5b8e0f7a-1111-4222-8333-444455556667");

        (await rig.ListAsync()).Should().ContainSingle().Which.Address.Should().Be(own.Path);
    }

    [TestMethod]
    public async Task Without_loadIncoming_only_answers_to_own_messages_are_taken()
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].LoadIncoming = false);
        var act = rig.Act();
        var sent = await rig.Adapter.SendAsync(act, CancellationToken.None);
        await rig.KeepAsync(act with { Stage = ExchangeStage.Accepted, RequestId = sent.RequestId });
        rig.System.Seed.ForeignTickets(UtmRig.Shop, 5);

        var items = await rig.ListAsync();

        items.Should().NotBeEmpty().And.OnlyContain(item => item.Kind == "Ticket" && item.ReplyTo == sent.RequestId);
    }

    [TestMethod]
    public async Task In_a_backlog_answers_to_own_messages_come_first_and_it_is_told()
    {
        var log = new HeldLog();
        await using var rig = await UtmRig.StartAsync(settings => settings.Limits.Backlog = 10, logger: log);
        rig.System.Seed.ForeignTickets(UtmRig.Shop, 20);
        var act = rig.Act();
        var sent = await rig.Adapter.SendAsync(act, CancellationToken.None);
        await rig.KeepAsync(act with { Stage = ExchangeStage.Accepted, RequestId = sent.RequestId });

        var items = await rig.ListAsync();

        items.Take(2).Should().OnlyContain(item => item.ReplyTo == sent.RequestId);
        log.Records.Should().Contain(record => record.Level == LogLevel.Warning && record.Text.StartsWith("UTM_BACKLOG"));
    }

    [TestMethod]
    public async Task A_workplace_s_UTM_and_one_that_is_switched_off_are_not_asked()
    {
        await using var rig = await UtmRig.StartAsync(settings =>
        {
            settings.Organisations[0].Enabled = false;
            settings.Organisations[1].Mode = "client";
        });
        rig.System.Seed.ForeignTickets(UtmRig.Shop, 1);

        (await rig.ListAsync()).Should().BeEmpty();
        (await rig.ListAsync(UtmRig.Wholesaler)).Should().BeEmpty();
        (rig.Requests("GET *"), rig.Requests("GET *", UtmRig.Wholesaler)).Should().Be((0, 0));
    }

    [TestMethod]
    [DataRow("server", true, true, true)]
    [DataRow("server", false, true, false)]
    [DataRow("client", true, true, false)]
    [DataRow("server", true, false, false)]
    public async Task Only_from_an_exclusive_UTM_anything_is_removed(string mode, bool exclusive, bool enabled, bool may)
    {
        await using var rig = await UtmRig.StartAsync(settings => (settings.Organisations[1].Mode, settings.Organisations[1].Exclusive, settings.Organisations[1].Enabled) = (mode, exclusive, enabled));

        rig.Adapter.MayAcknowledge(UtmRig.Shop).Should().Be(may);
    }

    [TestMethod]
    public async Task A_document_is_read_and_removed()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<a/>");
        var item = (await rig.ListAsync()).Single();

        var bytes = await rig.Adapter.FetchIncomingAsync(item, CancellationToken.None);
        await rig.Adapter.AcknowledgeIncomingAsync(item, CancellationToken.None);
        await rig.Adapter.AcknowledgeIncomingAsync(item, CancellationToken.None);

        Encoding.UTF8.GetString(bytes).Should().Be("<a/>");
        rig.Host.OutBox.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_removal_whose_answer_got_lost_is_no_doubt_and_is_asked_for_again()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System.Seed.Entry(UtmRig.Shop, "Ticket", "<a/>");
        var item = (await rig.ListAsync()).Single();
        rig.Host.Faults.Add(new Fault(FaultKind.ResetAfter, "DELETE *"));

        var lost = () => rig.Adapter.AcknowledgeIncomingAsync(item, CancellationToken.None).AsTask();

        (await lost.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => !error.InDoubt && error.Reason == "UTM_TIMEOUT");
        await rig.Adapter.AcknowledgeIncomingAsync(item, CancellationToken.None);
        rig.Host.OutBox.Should().BeEmpty();
    }
}
