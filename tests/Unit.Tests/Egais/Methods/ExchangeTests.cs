using Cleverence.Connectivity;

namespace Unit.Tests.Egais.Methods;

/// <summary>Runs of the exchange: who is served, what is refused, what is left alone.</summary>
[TestClass]
public sealed class ExchangeTests
{
    [TestMethod]
    public async Task A_night_with_the_UTMs_off_leaves_failed_runs()
    {
        await using var rig = await EgaisRig.StartAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();
        await rig.System[EgaisRig.B].GoOfflineAsync();

        (await rig.FailAsync("RunExchange")).Reason.Should().Be("UTM_OFFLINE");
    }

    [TestMethod]
    public async Task One_UTM_that_is_off_does_not_stop_the_others_and_is_a_warning()
    {
        await using var rig = await EgaisRig.StartAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();

        var run = await rig.RecordAsync("RunExchange");

        run["warnings"].Should().BeAssignableTo<IReadOnlyList<object?>>().Which.Should().NotBeEmpty();
        run["errorText"].Should().BeOfType<string>().Which.Should().StartWith(EgaisRig.A);
    }

    [TestMethod]
    public async Task A_second_run_of_the_same_organisation_is_told_at_once_that_it_is_busy()
    {
        await using var rig = await EgaisRig.StartAsync();
        await using var held = await rig.Records.TryLeaseAsync($"egais-run/{EgaisRig.A}", TimeSpan.FromMinutes(1), CancellationToken.None);

        (await rig.FailAsync("EgaisExchange.RunExchange", ("organisations", EgaisRig.A))).Reason.Should().Be("BUSY");
        (await rig.RecordAsync("RunExchange"))["errorText"].Should().BeOfType<string>().Which.Should().Contain("уже выполняется");
    }

    [TestMethod]
    public async Task The_run_of_a_server_that_died_does_not_block_for_long()
    {
        await using var rig = await EgaisRig.StartAsync();
        _ = await rig.Records.TryLeaseAsync($"egais-run/{EgaisRig.A}", TimeSpan.FromSeconds(30), CancellationToken.None);

        rig.Clock.Advance(TimeSpan.FromSeconds(31));

        (await rig.RecordAsync("EgaisExchange.RunExchange", ("organisations", EgaisRig.A)))["errorText"].Should().Be("");
    }

    [TestMethod]
    public async Task An_organisation_without_settings_is_named_and_alone_it_is_a_failure()
    {
        await using var rig = await EgaisRig.StartAsync();

        var both = await rig.RecordAsync("RunExchange", ("organisations", new List<object?> { EgaisRig.A, "030000000777" }));

        both["errorText"].Should().BeOfType<string>().Which.Should().Contain("Для организации ЕГАИС 030000000777 не заданы настройки подключения к УТМ");
        (await rig.FailAsync("RunExchange", ("organisations", "030000000777"))).Reason.Should().Be("NO_SETTINGS");
    }

    [TestMethod]
    public async Task From_a_UTM_that_is_not_exclusive_nothing_is_removed()
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.Organisations[1].Exclusive = false);
        var (_, received) = await rig.ShipAsync();

        var refused = await rig.FailAsync("EgaisExchange.DeleteIncoming", ("documents", new List<object?> { new ConnectorRecord { { "fsrarId", EgaisRig.B }, { "url", rig.System[EgaisRig.B].OutBox[0].Path } } }), ("force", true));

        (await rig.StateAsync(received)).Should().Be("ReceivedFromEgais");
        rig.System.Judge.Removals(EgaisRig.B).Should().BeEmpty();
        rig.System[EgaisRig.B].OutBox.Should().NotBeEmpty();
        refused.Reason.Should().Be("UTM_SHARED");
    }

    [TestMethod]
    public async Task A_box_is_looked_into_without_changing_anything()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System.Seed.ForeignTickets(EgaisRig.A, 2);
        await rig.System[EgaisRig.B].GoOfflineAsync();

        var seen = await rig.RecordAsync("EgaisExchange.ПроверитьВходящиеДокументы", ("owner", "форма-1"));
        var read = await rig.RecordAsync("EgaisExchange.GetIncomingMessages", ("organisations", EgaisRig.A));

        ((IReadOnlyList<object?>)seen["addresses"]!).Cast<ConnectorRecord>().Select(entry => entry["docType"]).Should().Equal("Ticket", "Ticket");
        seen["errorText"].Should().BeOfType<string>().Which.Should().StartWith($"Не удалось получить список входящих документов организации {EgaisRig.B}. По причине:");
        seen["ownerToken"].Should().Be("форма-1");
        ((IReadOnlyList<object?>)((ConnectorRecord)read["toLoad"]!)[EgaisRig.A]!).Should().HaveCount(2);
        rig.System.Judge.Removals().Should().BeEmpty();
    }

    [TestMethod]
    public async Task What_is_not_taken_in_is_deleted_only_by_force_and_archived_before()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System.Seed.ForeignTickets(EgaisRig.A, 1);
        await rig.RunAsync();
        var path = rig.System[EgaisRig.A].OutBox[0].Path;
        var items = new List<object?> { new ConnectorRecord { { "fsrarId", EgaisRig.A }, { "url", $"http://UTMHOST:8080{path}" } } };

        var refused = await rig.FailAsync("EgaisExchange.DeleteIncoming", ("documents", items));
        var deleted = await rig.RecordAsync("EgaisExchange.DeleteIncoming", ("documents", items), ("force", true));

        refused.Reason.Should().Be("NOT_SAVED");
        ((IReadOnlyList<object?>)deleted["deleted"]!).Should().ContainSingle();
        rig.System[EgaisRig.A].OutBox.Should().BeEmpty();
        rig.Records.All.Should().ContainSingle(change => change.Kind == "archive");
    }

    [TestMethod]
    public async Task A_UTM_of_somebody_else_gets_nothing()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        rig.System[EgaisRig.A].Conditions.DatabaseOwner = "030000000099";

        var prepared = await rig.PrepareAsync(document);

        prepared["errorCode"].Should().Be("UTM_WRONG_OWNER");
        rig.System.Judge.Posts().Should().BeEmpty();
    }

    [TestMethod]
    public async Task Sending_alone_receives_nothing_and_receiving_alone_sends_nothing()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();
        await rig.PrepareAsync(document);
        await rig.System[EgaisRig.A].ComeOnlineAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(1));

        await rig.RecordAsync("EgaisExchange.ReceiveIncoming");
        var afterReceiving = rig.System.Judge.Posts().Count;
        await rig.RecordAsync("EgaisExchange.ProcessTransferQueue");

        afterReceiving.Should().Be(0);
        rig.System.Judge.Posts().Should().ContainSingle();
        (await rig.StateAsync(document)).Should().Be("SentToUtm");
    }
}
