using Cleverence.Connectivity;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class ValidationTests
{
    [TestMethod]
    [DataRow("type", null, "type: is missing")]
    [DataRow("type", "WBGift", "type: is not one of WBInvoiceFromMe, WBReturnFromMe, WBInvoiceToMe, WBReturnToMe, WBInternal")]
    [DataRow("number", "123456789012345678901234567890123456789012345678901", "number: has 51 characters; at most 50 are allowed")]
    [DataRow("number", "1\u0001", "number: holds a character that XML cannot carry")]
    [DataRow("date", "вчера", "date: is not a date; write it as 2026-01-31")]
    [DataRow("shippingDate", "1999-12-31", "shippingDate: lies outside the years 2000 to 2100")]
    [DataRow("consignee", null, "consignee: is missing")]
    [DataRow("consignee", "ООО", "consignee: is not a record")]
    [DataRow("shipper", null, "shipper: is missing")]
    [DataRow("positions", null, "positions: holds no position")]
    public void Header_of_a_waybill_is_checked(string field, string? value, string problem) => Problems(waybill => waybill[field] = value).Should().Contain(problem);

    [TestMethod]
    [DataRow("identity", null, "positions[0].identity: is missing")]
    [DataRow("identity", "2", "positions[1].identity: stands at another position too")]
    [DataRow("quantity", "0", "positions[0].quantity: must be greater than 0")]
    [DataRow("quantity", "1,5", "positions[0].quantity: is not a number; write it with a dot")]
    [DataRow("price", "-1", "positions[0].price: must not be less than 0")]
    [DataRow("alcPercent", "100.1", "positions[0].alcPercent: must be from 0 to 100")]
    [DataRow("ean13", "460000000000", "positions[0].ean13: ", true)]
    [DataRow("ean13", "46000000000", "positions[0].ean13: must be digits, 8, 12, 13, 14 of them")]
    [DataRow("faRegId", null, "positions[0].faRegId: is missing")]
    [DataRow("f2RegId", null, "positions[0].f2RegId: is missing")]
    [DataRow("product", null, "positions[0].product.alcCode: is missing")]
    public void Position_of_a_waybill_is_checked(string field, string? value, string problem, bool isGood = false) =>
        Problems(waybill => First(waybill)[field] = value).Any(found => found.StartsWith(problem, StringComparison.Ordinal)).Should().Be(!isGood);

    [TestMethod]
    [DataRow("form", "TR", "consignee.form: must be one of UL, FL, FO, TS here")]
    [DataRow("form", "XX", "consignee.form: is not one of UL, FL, FO, TS, TR")]
    [DataRow("form", "FL", "consignee.inn: must be digits, 12 of them")]
    [DataRow("inn", "77000000٠1", "consignee.inn: must be digits, 10 of them")]
    [DataRow("kpp", null, "consignee.kpp: is missing")]
    [DataRow("country", "RU", "consignee.country: must be digits, 3 of them")]
    [DataRow("regionCode", "7", "consignee.regionCode: must be digits, 2 of them")]
    [DataRow("fullName", null, "consignee.fullName: is missing")]
    [DataRow("address", null, "consignee.address: is missing")]
    [DataRow("clientRegId", null, "consignee.clientRegId: is missing")]
    public void Organisation_is_checked(string field, string? value, string problem) => Problems(waybill => ((ConnectorRecord)waybill["consignee"]!)[field] = value).Should().Contain(problem);

    [TestMethod]
    [DataRow("unitType", "Box", "positions[0].product.unitType: is not one of Packed, Unpacked")]
    [DataRow("type", "Пиво", "positions[0].product.type: is not one of АП, ССП, ССНП, Спирт, УБП, ССПП, СЛС, ФАРМ, ЭС")]
    [DataRow("capacity", "0", "positions[0].product.capacity: must be greater than 0")]
    [DataRow("alcVolume", "101", "positions[0].product.alcVolume: must be from 0 to 100")]
    [DataRow("producer", null, "positions[0].product.producer: is missing")]
    [DataRow("productVCode", "200000", "positions[0].product.productVCode: has 6 characters; at most 5 are allowed")]
    public void Product_is_checked(string field, string? value, string problem) => Problems(waybill => ((ConnectorRecord)First(waybill)["product"]!)[field] = value).Should().Contain(problem);

    [TestMethod]
    public void Marks_and_boxes_are_checked_against_the_patterns_of_the_schema() =>
        Problems(waybill => First(waybill)["boxes"] = List(new ConnectorRecord { ["number"] = "03000012345A000001", ["marks"] = List(Payloads.Mark(1).ToLowerInvariant(), "136") })).Should().Equal(
            "positions[0].boxes[0].number: is not the number of a box: 18 or 26 digits",
            "positions[0].boxes[0].marks[0]: is not a mark: 150 characters, or not those of a mark",
            "positions[0].boxes[0].marks[1]: is not a mark: 3 characters, or not those of a mark");

    [TestMethod]
    public void Mark_stands_once_in_a_document() =>
        Problems(waybill => First(waybill)["marks"] = List(Payloads.Mark(3))).Should().Equal("positions[0].boxes[2].marks[0]: the mark stands in the document twice");

    [TestMethod]
    public void Box_that_holds_itself_without_end_is_refused()
    {
        var tree = new ConnectorRecord { ["number"] = Payloads.Box(1) };
        tree["inner"] = List(tree);

        Problems(waybill => First(waybill)["trees"] = List(tree)).Should().ContainSingle().Which.Should().EndWith("lies more than 16 boxes deep");
    }

    [TestMethod]
    public void Everything_wrong_is_named_at_once()
    {
        var problems = Orders.Build(Orders.Ship(new ConnectorRecord { ["positions"] = List(new ConnectorRecord()) })).Problems;

        problems.Select(problem => problem.Path).Should().Contain(["type", "shipper", "consignee", "positions[0].identity", "positions[0].quantity", "positions[0].faRegId", "positions[0].f2RegId", "positions[0].product.producer"]);
        problems.Should().OnlyContain(problem => problem.RuleRu.Length > 0);
    }

    [TestMethod]
    public void Nothing_is_built_of_a_document_with_problems() => Orders.Build(Orders.Ship([])).Should().BeEquivalentTo(new { IsBuilt = false, Xml = Array.Empty<byte>(), Element = "WayBill_v4" });

    [TestMethod]
    public void Number_and_date_of_the_card_stand_in() =>
        IncomingReader.Read(Orders.Build(Orders.Ship(Spoilt(waybill => waybill["number"] = waybill["date"] = waybill["shippingDate"] = null))).Xml).Waybill
            .Should().BeEquivalentTo(new { Number = "К-3", Date = new DateOnly(2026, 2, 1), ShippingDate = new DateOnly(2026, 2, 1) });

    [TestMethod]
    public void What_only_V4_can_say_is_refused_in_V3() =>
        Orders.ProblemsOf(Orders.Ship(Spoilt(waybill => waybill["varFields"] = List("x")), FormatVersion.V3)).Should().Equal("varFields: has no place in the format V3; leave it out or send V4");

    [TestMethod]
    [DataRow("V3", "WayBill_v3")]
    [DataRow("4", "WayBill_v4")]
    public void Version_given_with_the_call_goes_before_the_setting(string version, string element) =>
        Orders.Build(Orders.Ship(Payloads.Waybill()) with { Extra = new ConnectorRecord { ["formatVersion"] = version } }).Element.Should().Be(element);

    [TestMethod]
    public void Unknown_version_is_named() => Orders.ProblemsOf(Orders.Ship(Payloads.Waybill()) with { Extra = new ConnectorRecord { ["formatVersion"] = "V5" } }).Should().Equal("formatVersion: is neither V3 nor V4");

    [TestMethod]
    public void Type_without_a_row_of_its_version_is_sent_in_the_next_older_one() => Orders.Build(OutgoingSamples.All["ActFixBarCode"] with { Organisation = new EgaisOrganisation(Payloads.Own, "127.0.0.1", 8080) { Format = FormatVersion.V3 } }).Element.Should().Be("ActFixBarCode");

    [TestMethod]
    [DataRow(nameof(EgaisOperation.CarrierNotice))]
    [DataRow(nameof(EgaisOperation.ReportProduced))]
    public void Type_without_a_builder_is_sent_to_PrepareRaw(string operation) =>
        Orders.ProblemsOf(Orders.Of(Enum.Parse<EgaisOperation>(operation), null)).Should().Equal($": {operation} has no builder: hand its XML over by PrepareRaw");

    [TestMethod]
    public void Act_on_a_document_without_a_registry_number_is_refused() =>
        Orders.ProblemsOf(Orders.Of(EgaisOperation.ActAccept, Orders.Card(EgaisDocumentKind.IncomingWaybill, Payloads.Received(), null))).Should().Equal("regId: is missing: the registry has not given this document a number yet");

    private static IEnumerable<string> Problems(Action<ConnectorRecord> spoil) => Orders.ProblemsOf(Orders.Ship(Spoilt(spoil)));

    private static ConnectorRecord Spoilt(Action<ConnectorRecord> spoil)
    {
        var waybill = Payloads.Waybill();
        spoil(waybill);
        return waybill;
    }

    private static ConnectorRecord First(ConnectorRecord waybill) => (ConnectorRecord)((List<object?>)waybill["positions"]!)[0]!;

    private static List<object?> List(params object?[] values) => [.. values];
}
