using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>Retail cheques.</summary>
[TestClass]
public sealed class ChequeTests
{
    [TestMethod]
    public async Task A_cheque_is_answered_at_once_with_what_is_printed()
    {
        await using var rig = await EgaisRig.StartAsync();

        var sent = await rig.RecordAsync("EgaisExchange.SendCheque", ("fsrarId", EgaisRig.A), ("cheque", Cheque(rig)));

        sent["requestId"].Should().BeOfType<string>().Which.Should().Contain("check.egais.ru").And.Contain($"cn={EgaisRig.A}");
        sent["signature"].Should().BeOfType<string>();
        rig.Store.Messages.Should().OnlyContain(message => message.IsFinal);
    }

    [TestMethod]
    public async Task A_cheque_that_is_refused_fails_in_the_UTMs_words_and_is_not_queued()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.Error, "POST /xml*") { Text = "Невалидные марки" });

        var error = await rig.FailAsync("EgaisExchange.SendCheque", ("fsrarId", EgaisRig.A), ("cheque", Cheque(rig)));

        error.MessageRu.Should().Be("Невалидные марки");
        rig.Store.Messages.Should().OnlyContain(message => message.IsFinal);
    }

    [TestMethod]
    public async Task A_cheque_that_was_refused_because_another_is_on_its_way_is_never_posted_later()
    {
        await using var rig = await EgaisRig.StartAsync();
        await SendingAsync(rig, "Cheque");

        var error = await rig.FailAsync("EgaisExchange.SendCheque", ("fsrarId", EgaisRig.A), ("cheque", Cheque(rig)));
        await rig.RunOftenAsync(6);

        error.Should().Match<ConnectorError>(one => one.Reason == "NOT_SENT_AT_ONCE" && !one.InDoubt);
        rig.System.Judge.Requests(EgaisRig.A, "POST /xml*").Should().Be(0);
    }

    [TestMethod]
    public async Task A_cheque_does_not_wait_behind_a_document_that_is_being_sent()
    {
        await using var rig = await EgaisRig.StartAsync();
        await SendingAsync(rig, "Utm");

        var sent = await rig.RecordAsync("EgaisExchange.SendCheque", ("fsrarId", EgaisRig.A), ("cheque", Cheque(rig)));

        sent["requestId"].Should().BeOfType<string>();
        rig.System.Judge.Requests(EgaisRig.A, "POST /xml*").Should().Be(1);
    }

    // Another server is sending it at this moment.
    private static Task SendingAsync(EgaisRig rig, string purpose)
    {
        var now = rig.Clock.GetUtcNow();
        var other = new ExchangeMessage("другое", new OutgoingMessage(EgaisRig.A, "WayBill", [1]) { Purpose = purpose }) { Stage = ExchangeStage.Sending, CreatedAt = now, StageSince = now, ChangedAt = now, SentAt = now, Attempt = 1 };
        return rig.Store.CommitAsync(new ExchangeCommit("egais") { Added = [other] }, CancellationToken.None);
    }

    private static ConnectorRecord Cheque(EgaisRig rig)
    {
        var batch = rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 1);
        return new ConnectorRecord
        {
            ["kassa"] = "K-1", ["shift"] = "1", ["number"] = "7", ["type"] = "Продажа",
            ["content"] = new List<object?> { new ConnectorRecord { ["barcode"] = rig.System.Seed.MarksOf(batch.F2)[0], ["ean"] = "4600000000008", ["price"] = 412.50m } },
        };
    }
}
