using System.Text;
using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakEnvelopeTests
{
    private const string Title = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><Файл ИдФайл=\"ON_NSCHFDOPPRMARK_1_2\"><КИЗ>0104600001000113215x&lt;K9z</КИЗ></Файл>";

    [TestMethod]
    [DataRow("document_format", "PDF", 400)]
    [DataRow("document_format", null, 400)]
    [DataRow("product_document", "not base64!", 400)]
    [DataRow("product_document", "W10=", 400)]
    [DataRow("type", null, 400)]
    [DataRow("signature", null, 400)]
    [DataRow("signature", "bm90IGEgY21z", 422)]
    [DataRow("second_signature", "bm90IGEgY21z", 400)]
    public async Task A_wrong_envelope_is_refused_and_makes_nothing(string field, string? value, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var envelope = JsonNode.Parse(ChestnyZnakRig.Envelope("LK_RECEIPT", "{}"))!;
        envelope[field] = value;

        var answer = await rig.TrueAsync("v3 POST lk/documents/create?pg=milk", envelope.ToJsonString());

        answer.Status.Should().Be(status, answer.Text);
        rig.System.World.Documents.Count.Should().Be(0);
    }

    [TestMethod]
    [DataRow(true, "{}")]
    [DataRow(false, "{ }")]
    public async Task The_signature_of_a_document_is_detached_and_over_its_exact_bytes(bool attached, string signed)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var envelope = JsonNode.Parse(ChestnyZnakRig.Envelope("LK_RECEIPT", "{}"))!;
        envelope["signature"] = ChestnyZnakRig.Cms(signed, attached);

        (await rig.TrueAsync("v3 POST lk/documents/create?pg=milk", envelope.ToJsonString())).Status.Should().Be(422);
    }

    [TestMethod]
    public async Task A_title_in_windows_1251_is_called_by_its_file_and_taken_once()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var envelope = Title1251("UNIVERSAL_TRANSFER_DOCUMENT");

        var first = await rig.TrueAsync("v3 POST lk/documents/create?pg=milk", envelope);
        var second = await rig.TrueAsync("v3 POST lk/documents/create?pg=milk", envelope);
        var info = await rig.InfoAsync(first.Text);

        first.Text.Should().Be("ON_NSCHFDOPPRMARK_1_2");
        second.Status.Should().Be(400);
        ((string)info["status"]!).Should().Be("CHECKED_OK");
    }

    [TestMethod]
    public async Task A_title_is_checked_before_its_shipment()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var content = (string)JsonNode.Parse(Title1251("UNIVERSAL_TRANSFER_DOCUMENT"))!["product_document"]!;

        var made = await rig.TrueAsync("v3 POST doc/validator/create", new JsonObject { ["id"] = "1", ["content"] = content, ["documentType"] = "UPD", ["documentFormat"] = "XML" }.ToJsonString());
        var told = (await rig.TrueAsync("v3 POST doc/validator/status", """{"id":"1"}""")).Json;
        var other = (await rig.TrueAsync("v3 POST doc/validator/status", """{"id":"2"}""")).Json;

        made.Status.Should().Be(200);
        ((string)told["status"]!).Should().Be("NOT_VALID");
        ((string)told["errors"]![0]!["cis"]!).Should().Be("0104600001000113215x<K9z");
        ((string)other["status"]!).Should().Be("NOT_FOUND");
    }

    [TestMethod]
    public async Task A_transfer_document_is_processed_again_not_before_four_hours()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock });
        var bad = rig.System.Seed.Incoming(rig.Owner, [], change: one => one with { Status = "CHECKED_NOT_OK" });
        var good = rig.System.Seed.Incoming(rig.Owner, []);
        Task<ChestnyZnakRig.Answer> AgainAsync(TrueDocument one) => rig.TrueAsync("v3 POST document/reprocess?pg=milk", new JsonObject { ["documentId"] = one.Number }.ToJsonString());

        var soon = await AgainAsync(bad);
        clock.Advance(TimeSpan.FromHours(4));
        var later = await AgainAsync(bad);
        var never = await AgainAsync(good);

        (soon.Status, later.Status, never.Status).Should().Be((400, 200, 400));
        soon.Json["nextTimeToReprocess"].Should().NotBeNull();
        ((int)later.Json["code"]!).Should().Be(0);
    }

    [TestMethod]
    public async Task A_long_transfer_document_comes_in_pages_until_an_empty_one()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var document = rig.System.Seed.Incoming(rig.Owner, [new("0104600001000113215aaaaa"), new("02046000010001063748", "OSU", Gtin: "04600001000106", Quantity: "48"), new("0104600001000113215bbbbb")]);
        async Task<JsonArray> PageAsync(int page) => (await rig.TrueAsync($"v4 GET doc/{Uri.EscapeDataString(document.Number)}/info?pg=milk&body=true&limit=2&pageNumber={page}")).Json[0]!["body"]!["products"]!.AsArray();

        var pages = new[] { await PageAsync(1), await PageAsync(2), await PageAsync(3) };

        pages.Select(page => page.Count).Should().Equal(2, 1, 0);
        pages[0][1]!["quantity"]!.GetValueKind().Should().Be(System.Text.Json.JsonValueKind.String);
    }

    private static string Title1251(string type)
    {
        var content = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Title);
        return new JsonObject
        {
            ["document_format"] = "XML", ["product_document"] = Convert.ToBase64String(content), ["type"] = type, ["signature"] = Convert.ToBase64String(TestCms.Sign(content, false)),
        }.ToJsonString();
    }
}
