using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Egais.Methods;

/// <summary>The exchange of an organisation whose UTM a workplace serves.</summary>
[TestClass]
public sealed class ClientModeTests
{
    [TestMethod]
    public async Task A_message_is_handed_out_once_and_its_answer_brought_back()
    {
        await using var rig = await ClientsAsync();
        var document = await rig.SaveWaybillAsync();

        var first = Handed(await rig.PrepareAsync(document));
        var second = Handed(await rig.RunAsync());
        var completed = await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", Result(first[0], 200, "<A><url>5b8e0f7a-1111-4222-8333-444455556666</url><ver>2</ver></A>")));

        first.Should().ContainSingle().Which["requestPath"].Should().Be("/opt/in/WayBill_v4");
        first[0]["leaseUntilUtc"].Should().Be(rig.Clock.GetUtcNow().AddSeconds(-20).AddMinutes(10));
        second.Should().BeEmpty();
        completed["errorText"].Should().Be("");
        (await rig.StateAsync(document)).Should().Be("SentToUtm");
    }

    [TestMethod]
    public async Task A_verdict_that_is_brought_again_changes_nothing_and_another_one_is_refused()
    {
        await using var rig = await ClientsAsync();
        var handed = Handed(await rig.PrepareAsync(await rig.SaveWaybillAsync()))[0];
        var result = Result(handed, 200, "<A><url>5b8e0f7a-1111-4222-8333-444455556666</url></A>");
        await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", result));

        (await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", result)))["errorCode"].Should().Be("");
        (await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", Result(handed, 500, "<A><error>Нет</error></A>"))))["errorCode"].Should().Be("NO_VERDICT_AWAITED");
    }

    [TestMethod]
    public async Task A_refusal_that_a_workplace_brings_is_told_in_the_UTMs_words()
    {
        await using var rig = await ClientsAsync();
        var document = await rig.SaveWaybillAsync();
        var handed = Handed(await rig.PrepareAsync(document))[0];

        var completed = await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", Result(handed, 500, "<A><error>Нет лицензии</error><ver>2</ver></A>")));

        completed["errorCode"].Should().Be("UTM_REFUSED");
        (await rig.StateAsync(document)).Should().Be("TransferError");
    }

    [TestMethod]
    public async Task An_outcome_that_nobody_knows_is_not_handed_out_again()
    {
        await using var rig = await ClientsAsync();
        var document = await rig.SaveWaybillAsync();
        var handed = Handed(await rig.PrepareAsync(document))[0];

        await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", Result(handed, 0, "")));
        var later = Handed(await rig.RunAsync(3600));

        later.Should().BeEmpty();
        (await rig.FailAsync("CancelTransfer", ("document", document))).Reason.Should().Be("TRANSFER_IN_PROGRESS");
    }

    [TestMethod]
    public async Task What_is_proven_not_to_have_left_is_handed_out_again()
    {
        await using var rig = await ClientsAsync();
        var handed = Handed(await rig.PrepareAsync(await rig.SaveWaybillAsync()))[0];
        var result = Result(handed, 0, "");
        result["notSent"] = true;

        await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", result));

        Handed(await rig.RunAsync(60)).Should().ContainSingle().Which["messageId"].Should().Be(handed["messageId"]);
    }

    [TestMethod]
    public async Task A_handheld_that_serves_no_UTM_leaves_its_message_for_the_workplace()
    {
        await using var rig = await ClientsAsync();
        var document = await rig.SaveWaybillAsync();

        var prepared = await rig.RecordAsync("EgaisExchange.PrepareForTransfer", ("items", document), ("handOut", false));

        Handed(prepared).Should().BeEmpty();
        Handed(await rig.RunAsync()).Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_job_hands_nothing_out_for_nobody_would_transmit_it()
    {
        await using var rig = await ClientsAsync();
        await rig.RecordAsync("EgaisExchange.PrepareForTransfer", ("items", await rig.SaveWaybillAsync()), ("handOut", false));

        await rig.Connector.InvokeAsync(new InvokeArgs("egais", "EgaisExchange", "RunExchange") { Caller = new InvokeCaller(CallOrigin.Job) }, CancellationToken.None);

        Handed(await rig.RunAsync()).Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_waybill_goes_through_workplaces_from_one_end_to_the_other()
    {
        await using var rig = await ClientsAsync();
        using var workplace = new Workplace(rig);
        var sent = await rig.SaveWaybillAsync();
        await workplace.PostAsync(await rig.PrepareAsync(sent));
        await workplace.ReceiveAsync();
        await workplace.ReceiveAsync();

        await workplace.PostAsync(await rig.PrepareAsync(await rig.IncomingAsync(), "ConfirmReceipt"));
        await workplace.ReceiveAsync();
        await workplace.ReceiveAsync();

        (await rig.StateAsync(sent)).Should().Be("Confirmed");
        rig.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task Settings_tell_who_serves_which_UTM_and_which_workplace_is_due()
    {
        await using var rig = await EgaisRig.StartAsync(settings =>
        {
            settings.Organisations[1].Mode = "client";
            settings.Organisations[1].Schedule = "00:05:00";
        });
        var now = rig.Clock.GetUtcNow();

        var all = await rig.RecordAsync("EgaisExchange.НастройкиОбменаЕГАИС", ("organisations", new List<object?> { EgaisRig.A, EgaisRig.B, "030000000777" }));
        var due = await rig.RecordAsync("EgaisExchange.GetExchangeSettings", ("lastRunDates", new ConnectorRecord { { EgaisRig.B, now.AddMinutes(-6) } }));
        var early = await rig.RecordAsync("EgaisExchange.GetExchangeSettings", ("lastRunDates", new ConnectorRecord { { EgaisRig.B, now.AddMinutes(-4) } }));

        ((ConnectorRecord)all["onServer"]!).Names.Should().Equal(EgaisRig.A);
        ((ConnectorRecord)all["onClient"]!).Names.Should().Equal(EgaisRig.B);
        ((IReadOnlyList<object?>)all["withoutSettings"]!).Should().Equal("030000000777");
        ((ConnectorRecord)due["onClient"]!).Names.Should().Equal(EgaisRig.B);
        ((ConnectorRecord)early["onClient"]!).Names.Should().BeEmpty();
        ((IReadOnlyList<object?>)early["notDue"]!).Should().Equal(EgaisRig.B);
    }

    private static Task<EgaisRig> ClientsAsync() => EgaisRig.StartAsync(settings =>
    {
        foreach (var organisation in settings.Organisations) organisation.Mode = "client";
    });

    private static List<ConnectorRecord> Handed(ConnectorRecord report) => [.. ((IReadOnlyList<object?>)report["outgoingXml"]!).Cast<ConnectorRecord>()];

    private static ConnectorRecord Result(ConnectorRecord handed, int status, string body) => new() { { "messageId", handed["messageId"] }, { "httpStatus", (long)status }, { "body", body } };
}
