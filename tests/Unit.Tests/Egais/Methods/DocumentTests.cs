using Cleverence.Connectivity;
using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>Documents that callers hand over: archived, ready-made, tried, guarded.</summary>
[TestClass]
public sealed class DocumentTests
{
    [TestMethod]
    public async Task An_archived_document_offers_nothing_more()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();

        await rig.RecordAsync("EgaisExchange.Archive", ("documents", document));

        ((IReadOnlyList<object?>)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", document)))["nextActions"]!).Should().BeEmpty();
        (await rig.FailAsync("PrepareForTransfer", ("items", document))).Reason.Should().Be("ACTION_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task Ready_XML_is_put_into_the_envelope_and_sent()
    {
        await using var rig = await EgaisRig.StartAsync();
        const string Body = "<InfoVersionTTN xmlns:iv=\"http://fsrar.ru/WEGAIS/InfoVersionTTN\"><iv:ClientId>030000000001</iv:ClientId><iv:WBTypeUsed>WayBill_v4</iv:WBTypeUsed></InfoVersionTTN>";

        var sent = await rig.RecordAsync("EgaisExchange.PrepareRaw", ("fsrarId", EgaisRig.A), ("urlType", "InfoVersionTTN"), ("xml", Body));

        sent["errorText"].Should().Be("");
        rig.System.Judge.Posts(EgaisRig.A).Single().Element.Should().Be("InfoVersionTTN");
    }

    [TestMethod]
    public async Task A_dry_run_shows_the_XML_and_keeps_nothing()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();

        var built = await rig.RecordAsync("EgaisDocuments.BuildXml", ("document", document));

        built["xml"].Should().BeOfType<string>().Which.Should().Contain($"wbl-{document}");
        built["errorCode"].Should().Be("");
        rig.Store.Messages.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_document_on_its_way_is_not_overwritten()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWriteOffAsync();
        await rig.PrepareAsync(document);

        (await rig.FailAsync("EgaisDocuments.Save", ("kind", "WriteOff"), ("organisation", EgaisRig.A), ("payload", new ConnectorRecord()), ("document", document))).Reason.Should().Be("DOCUMENT_TAKEN");
    }
}
