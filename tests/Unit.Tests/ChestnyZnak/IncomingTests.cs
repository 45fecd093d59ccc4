using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class IncomingTests
{
    private const string Info = "true-api GET doc/{number}/info";
    private const string List = "true-api GET doc/list";

    [TestMethod]
    public async Task Documents_are_taken_in_with_their_lines_once()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 2);
        var document = rig.System.Seed.Incoming(rig.Owner, [new TransferLine(codes[0].Cis), new TransferLine(codes[1].Cis), new TransferLine("02046000010001063748", "OSU", Gtin: "04600001000106", Quantity: "48")]);

        var first = await rig.RecordAsync("ЗагрузитьВходящиеДокументы", ("request", new ConnectorRecord { { "organisation", rig.Owner.Inn } }));
        var second = await rig.RecordAsync("LoadIncomingDocuments");
        var kept = await rig.RecordAsync("Incoming.Get", ("number", document.Number));

        (first["added"], second["added"], second["unchanged"]).Should().Be((1L, 0L, 1L));
        var lines = (ConnectorTable)kept["lines"]!;
        lines.Rows.Should().HaveCount(3);
        lines.Rows[0].Should().Contain(codes[0].Cis);
        ((ConnectorRecord)kept["body"]!)["upd"].Should().NotBeNull();
        rig.System.Judge.Requests(Info).Should().Be(1);
    }

    [TestMethod]
    public async Task A_changed_status_is_read_again()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = rig.System.Seed.Incoming(rig.Owner, [new TransferLine(rig.System.Seed.Codes(rig.Milk)[0].Cis)], change: one => one with { Status = "IN_PROGRESS", DueAt = DateTimeOffset.MaxValue });
        await rig.RecordAsync("LoadIncomingDocuments");
        rig.System.World.Documents.Put(document with { Status = "CANCELLED" });

        var report = await rig.RecordAsync("LoadIncomingDocuments");

        report["changed"].Should().Be(1L);
        (await rig.RecordAsync("Incoming.Get", ("number", document.Number)))["status"].Should().Be("CANCELLED");
        (await rig.Store.FindDocumentAsync("znak", document.Number, default))!.Status.Should().Be("ПолученИАннулирован");
    }

    [TestMethod]
    public async Task The_list_and_the_lines_are_read_page_by_page()
    {
        await using var rig = await ConnectorRig.StartAsync(settings => (settings.Incoming.PageSize, settings.Incoming.CodePageSize) = (2, 3));
        var codes = rig.System.Seed.Codes(rig.Milk, 7);
        var documents = Enumerable.Range(0, 5).Select(_ => rig.System.Seed.Incoming(rig.Owner, [.. codes.Select(code => new TransferLine(code.Cis))])).ToList();

        var report = await rig.RecordAsync("LoadIncomingDocuments");
        var kept = await rig.RecordAsync("Incoming.Get", ("number", documents[4].Number));

        report["added"].Should().Be(5L);
        ((ConnectorTable)kept["lines"]!).Rows.Should().HaveCount(7);
        rig.System.Judge.Requests(List).Should().Be(3);
        rig.System.Judge.Requests(Info).Should().Be(15);
    }

    [TestMethod]
    public async Task One_document_that_cannot_be_read_is_noted_and_tried_again_and_the_others_are_taken()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 2);
        rig.System.Seed.Incoming(rig.Owner, [new TransferLine(codes[0].Cis)]);
        rig.System.Seed.Incoming(rig.Owner, [new TransferLine(codes[1].Cis)]);
        rig.System.Faults.Add(new Fault(FaultKind.Status, Info) { Status = 400 });

        var first = await rig.RecordAsync("LoadIncomingDocuments");
        var failed = await rig.TableAsync("Incoming.List", ("failedOnly", true));
        var second = await rig.RecordAsync("LoadIncomingDocuments");

        (first["added"], first["failed"]).Should().Be((1L, 1L));
        ((IReadOnlyList<object?>)first["warnings"]!).Should().ContainSingle();
        failed.Rows.Should().ContainSingle();
        (second["changed"], second["failed"]).Should().Be((1L, 0L));
        (await rig.TableAsync("Incoming.List", ("failedOnly", true))).Rows.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_series_that_broke_off_is_read_again_from_its_beginning()
    {
        await using var rig = await ConnectorRig.StartAsync();
        rig.System.Seed.Incoming(rig.Owner, [new TransferLine(rig.System.Seed.Codes(rig.Milk)[0].Cis)]);
        rig.System.Faults.Add(new Fault(FaultKind.Status, List) { Status = 503 });
        var broken = async () => await rig.RecordAsync("LoadIncomingDocuments");
        await broken.Should().ThrowAsync<ConnectorException>();
        rig.Clock.Advance(TimeSpan.FromDays(10));

        (await rig.RecordAsync("LoadIncomingDocuments"))["added"].Should().Be(1L);
    }

    [TestMethod]
    public async Task A_long_silence_is_made_up_for_month_by_month_with_an_overlap()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.RecordAsync("LoadIncomingDocuments");
        var before = rig.System.Judge.Requests(List);
        rig.Clock.Advance(TimeSpan.FromDays(70));

        await rig.RecordAsync("LoadIncomingDocuments");

        (rig.System.Judge.Requests(List) - before).Should().Be(3);
        rig.System.World.Requests.All.Where(request => request.Endpoint == List).ElementAt(before).Target.Should().Contain("dateFrom=2026-05-28T12");
    }

    [TestMethod]
    public async Task Documents_of_our_own_are_left_out()
    {
        await using var rig = await ConnectorRig.StartAsync();
        rig.System.Seed.Incoming(rig.Owner, [new TransferLine("0104600001000113215x<K9z")], change: one => one with { SenderInn = rig.Owner.Inn });

        (await rig.RecordAsync("LoadIncomingDocuments"))["listed"].Should().Be(0L);
    }

    [TestMethod]
    public async Task A_number_may_be_longer_than_a_key()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = rig.System.Seed.Incoming(rig.Owner, [new TransferLine(rig.System.Seed.Codes(rig.Milk)[0].Cis)], number: $"ON_NSCHFDOPPRMARK_{new string('7', 255)}");

        await rig.RecordAsync("LoadIncomingDocuments");

        (await rig.RecordAsync("Incoming.Get", ("number", document.Number)))["number"].Should().Be(document.Number);
    }

    [TestMethod]
    public async Task Packs_are_opened_on_request()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 3);
        var pack = rig.System.Seed.Pack("00146000010000000011", codes[0], codes[1]);
        var document = rig.System.Seed.Incoming(rig.Owner, [new TransferLine(pack.Cis), new TransferLine(codes[2].Cis)]);
        await rig.RecordAsync("LoadIncomingDocuments");

        var opened = (ConnectorTable)(await rig.RecordAsync("Incoming.Get", ("number", document.Number), ("expand", true)))["packs"]!;

        opened.Rows.Select(row => row[0]).Should().Contain([codes[0].Cis, codes[1].Cis, codes[2].Cis]);
    }

    [TestMethod]
    public async Task The_job_serves_every_organisation_and_one_that_fails_stops_no_other()
    {
        await using var rig = await ConnectorRig.StartAsync(settings => settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7736050003", Contour = "sandbox", Signer = "second" }));
        rig.System.Seed.Incoming(rig.Owner, [new TransferLine(rig.System.Seed.Codes(rig.Milk)[0].Cis)]);

        var result = await rig.RecordAsync("LoadIncoming");

        var reports = ((IReadOnlyList<object?>)result["organisations"]!).Cast<ConnectorRecord>().ToList();
        reports.Select(report => (long)report["added"]!).Should().Equal(1, 0);
        reports[1]["error"].Should().NotBeNull();
        ((IReadOnlyList<object?>)result["warnings"]!).Should().NotBeEmpty();
    }

    [TestMethod]
    public async Task The_job_fails_where_it_worked_for_nobody()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.System.RefuseConnectionsAsync();

        var job = async () => await rig.RecordAsync("LoadIncoming");

        (await job.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.Unavailable);
        await rig.System.ListenAgainAsync();
    }
}
