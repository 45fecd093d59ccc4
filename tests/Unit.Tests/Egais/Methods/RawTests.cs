using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>Ready XML is sent once, however often it is handed over.</summary>
[TestClass]
public sealed class RawTests
{
    private const string Nameless = "<InfoVersionTTN xmlns:iv=\"http://fsrar.ru/WEGAIS/InfoVersionTTN\"><iv:ClientId>030000000001</iv:ClientId><iv:WBTypeUsed>WayBill_v4</iv:WBTypeUsed></InfoVersionTTN>";
    private const string Named = "<InfoVersionTTN xmlns:iv=\"http://fsrar.ru/WEGAIS/InfoVersionTTN\"><iv:Identity>own-1</iv:Identity></InfoVersionTTN>";

    [TestMethod]
    [DataRow(Nameless, false)]
    [DataRow(Nameless, true)]
    [DataRow(Named, true)]
    public async Task The_same_document_again_is_refused_while_it_waits_and_when_the_UTM_took_it(string xml, bool offline)
    {
        await using var rig = await EgaisRig.StartAsync();
        await (offline ? rig.System[EgaisRig.A].GoOfflineAsync() : Task.CompletedTask);
        await SendAsync(rig, xml);

        var refused = await rig.FailAsync("EgaisExchange.PrepareRaw", ("fsrarId", EgaisRig.A), ("urlType", "InfoVersionTTN"), ("xml", xml));

        refused.Reason.Should().Be("ALREADY_SENT");
        rig.Store.Messages.Should().ContainSingle();
    }

    [TestMethod]
    public async Task What_the_UTM_refused_may_be_sent_again()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.Error, "POST /opt/in/*") { Text = "Нет лицензии" });
        await SendAsync(rig, Nameless);

        await SendAsync(rig, Nameless);

        rig.System.Judge.Posts(EgaisRig.A).Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_registry_is_told_which_waybills_are_read_and_told_again_when_that_is_done()
    {
        await using var rig = await EgaisRig.StartAsync();
        await rig.RecordAsync("EgaisExchange.SendInfoVersion", ("fsrarId", EgaisRig.A), ("wbTypeUsed", "WayBill_v3"));
        var early = await rig.FailAsync("EgaisExchange.SendInfoVersion", ("fsrarId", EgaisRig.A), ("wbTypeUsed", "WayBill_v3"));
        await rig.RunOftenAsync();

        await rig.RecordAsync("EgaisExchange.SendInfoVersion", ("fsrarId", EgaisRig.A), ("wbTypeUsed", "WayBill_v3"));
        var wrong = await rig.FailAsync("EgaisExchange.SendInfoVersion", ("fsrarId", EgaisRig.A), ("wbTypeUsed", "WayBill_v9"));

        early.Reason.Should().Be("ALREADY_SENT");
        wrong.Reason.Should().Be("VALIDATION");
        rig.System.Judge.Posts(EgaisRig.A).Select(post => post.Element).Should().Equal("InfoVersionTTN", "InfoVersionTTN");
    }

    private static Task<Cleverence.Connectivity.ConnectorRecord> SendAsync(EgaisRig rig, string xml) => rig.RecordAsync("EgaisExchange.PrepareRaw", ("fsrarId", EgaisRig.A), ("urlType", "InfoVersionTTN"), ("xml", xml));
}
