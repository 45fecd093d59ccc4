using System.Globalization;
using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class ReplyTests
{
    private const string Vodka = "0123456789012345678";

    [TestMethod]
    [DataRow("ReplyClient_v2", "ReplyClient", "clients", 2)]
    [DataRow("ReplyClient", "ReplyClient", "clients", 1)]
    [DataRow("ReplyAP_v2", "ReplyAP", "products", 2)]
    [DataRow("ReplyAP_v3", "ReplyAP", "products", 1)]
    [DataRow("ReplyRests_v2", "ReplyRests", "positions", 2)]
    [DataRow("ReplyRests_v3", "ReplyRests", "positions", 2)]
    [DataRow("ReplyRests_v2.empty", "ReplyRests", "positions", 0)]
    [DataRow("ReplyRestsShop_v2", "ReplyRestsShop", "positions", 1)]
    [DataRow("ReplyRests_Mini", "ReplyRests_Mini", "positions", 1)]
    [DataRow("ReplyRestsShop_Mini", "ReplyRestsShop_Mini", "positions", 1)]
    [DataRow("ReplyRestBCode", "ReplyRestBCode", "marks", 3)]
    [DataRow("ReplyNoAnswerTTN", "ReplyNoAnswerTTN", "waybills", 2)]
    [DataRow("ReplyHistForm2", "ReplyHistForm2", "operations", 2)]
    [DataRow("ReplyParentHistForm2", "ReplyParentHistForm2", "steps", 1)]
    [DataRow("ReplyHistoryShop", "ReplyHistoryShop", "documents", 1)]
    [DataRow("ReplyBarcode", "ReplyBarcode", "marks", 2)]
    [DataRow("ReplyForm1", "ReplyForm1", null, 0)]
    [DataRow("ReplyFormA", "ReplyForm1", null, 0)]
    [DataRow("ReplyForm2", "ReplyForm2", null, 0)]
    [DataRow("ReplyWriteOffCheque", "ReplyWriteOffCheque", null, 0)]
    [DataRow("ReplyClientVersion", "ReplyClientVersion", null, 0)]
    [DataRow("RepInformF1Reg", "RepInformF1Reg", null, 0)]
    public void Answer_is_known_by_its_kind_and_has_its_rows(string file, string kind, string? rowsName, int rows)
    {
        var reply = Corpus.Read(file).Reply!;

        (reply.Kind, reply.RowsName, reply.RowCount).Should().Be((kind, rowsName, rows));
        reply.Rows.Should().HaveCount(rows);
        reply.ToRecord().Count.Should().Be(reply.Fields.Count + (rowsName is null ? 0 : 1));
    }

    [TestMethod]
    [DataRow("ReplyRests_v2", "restsDate", "2026-02-03T09:00:00")]
    [DataRow("ReplyRests_v2", "positions/0/alcCode", Vodka)]
    [DataRow("ReplyRests_v2", "positions/0/quantity", "120.5m")]
    [DataRow("ReplyRests_v2", "positions/0/informF1RegId", "FA-000000900000001")]
    [DataRow("ReplyRests_v2", "positions/0/informF2RegId", "FB-000000900000001")]
    [DataRow("ReplyRests_v2", "positions/0/alcPercent", "40.5m")]
    [DataRow("ReplyRests_v2", "positions/0/product/fullName", "Водка «Образцовая»")]
    [DataRow("ReplyRests_v2", "positions/0/product/capacity", "0.5m")]
    [DataRow("ReplyRests_v2", "positions/0/product/producer/form", "UL")]
    [DataRow("ReplyRests_v2", "positions/0/product/producer/inn", "7700000099")]
    [DataRow("ReplyRests_v2", "positions/0/product/producer/address", "РОССИЯ, 101000, МОСКВА Г, Примерная ул, дом № 1")]
    [DataRow("ReplyRests_v3", "positions/1/alcCode", "0010200000012345678")]
    [DataRow("ReplyRests_v3", "positions/1/quantity", "7m")]
    [DataRow("ReplyRestsShop_v2", "positions/0/quantity", "33m")]
    [DataRow("ReplyRests_Mini", "positions/0/alcCode", Vodka)]
    [DataRow("ReplyRests_Mini", "positions/0/informF1RegId", "FA-000000900000001")]
    [DataRow("ReplyRests_Mini", "positions/0/informF2RegId", "FB-000000900000001")]
    [DataRow("ReplyRestsShop_Mini", "positions/0/quantity", "8.000m")]
    [DataRow("ReplyRestBCode", "restsDate", "2026-02-03T09:00:00")]
    [DataRow("ReplyRestBCode", "informF2RegId", "FB-000000900000001")]
    [DataRow("ReplyClient_v2", "clients/0/form", "UL")]
    [DataRow("ReplyClient_v2", "clients/0/clientRegId", "010000000001")]
    [DataRow("ReplyClient_v2", "clients/0/addresses/0/description", "Склад")]
    [DataRow("ReplyClient_v2", "clients/0/state", "Действующая")]
    [DataRow("ReplyClient_v2", "clients/0/versionWB", "WayBill_v4")]
    [DataRow("ReplyClient_v2", "clients/0/isLicense", "true")]
    [DataRow("ReplyClient_v2", "clients/1/form", "FO")]
    [DataRow("ReplyClient", "clients/0/inn", "7700000001")]
    [DataRow("ReplyAP_v2", "products/0/alcCode", Vodka)]
    [DataRow("ReplyAP_v2", "products/0/alcVolume", "40m")]
    [DataRow("ReplyAP_v2", "products/0/productVCode", "200")]
    [DataRow("ReplyAP_v3", "products/0/packageTypeCode", "41")]
    [DataRow("ReplyNoAnswerTTN", "consignee", "030000123456")]
    [DataRow("ReplyNoAnswerTTN", "replyDate", "2026-02-03T09:00:00")]
    [DataRow("ReplyNoAnswerTTN", "waybills/1/wbRegId", "TTN-0900000002")]
    [DataRow("ReplyNoAnswerTTN", "waybills/0/ttnNumber", "ВН-000123")]
    [DataRow("ReplyNoAnswerTTN", "waybills/0/ttnDate", "2026-02-02")]
    [DataRow("ReplyNoAnswerTTN", "waybills/0/shipper", "010000000001")]
    [DataRow("ReplyForm1", "informF1RegId", "FA-000000900000001")]
    [DataRow("ReplyForm1", "originalClient/clientRegId", "010000000099")]
    [DataRow("ReplyForm1", "originalDocDate", "2025-07-20")]
    [DataRow("ReplyForm1", "product/alcCode", Vodka)]
    [DataRow("ReplyForm1", "bottlingDate", "2025-07-18")]
    [DataRow("ReplyForm1", "quantity", "1000m")]
    [DataRow("ReplyForm1", "egaisNumber", "123")]
    [DataRow("ReplyForm1", "egaisDate", "2025-07-21")]
    [DataRow("ReplyForm1", "gtdnumber", "10000000/010125/0000001")]
    [DataRow("ReplyForm1", "gtdDate", "2025-01-01")]
    [DataRow("ReplyFormA", "informF1RegId", "FA-000000900000001")]
    [DataRow("ReplyForm2", "informF2RegId", "FB-000000900000001")]
    [DataRow("ReplyForm2", "ttnNumber", "ВН-000123")]
    [DataRow("ReplyForm2", "shipper/inn", "7700000001")]
    [DataRow("ReplyForm2", "quantity", "4m")]
    [DataRow("ReplyHistForm2", "histForm2Date", "2026-02-03T09:00:00")]
    [DataRow("ReplyHistForm2", "operations/1/quantity", "-1m")]
    [DataRow("ReplyHistForm2", "operations/1/operDate", "2026-02-04T12:00:04")]
    [DataRow("ReplyHistForm2", "operations/0/docId", "TTN-0900000001")]
    [DataRow("ReplyParentHistForm2", "steps/0/parentForm2", "FB-000000800000001")]
    [DataRow("ReplyParentHistForm2", "steps/0/wbRegId", "TTN-0900000001")]
    [DataRow("ReplyParentHistForm2", "steps/0/lev", "1m")]
    [DataRow("ReplyParentHistForm2", "steps/0/amount", "4.000m")]
    [DataRow("ReplyBarcode", "queryNumber", "1")]
    [DataRow("ReplyBarcode", "marks/0/rank", "200")]
    [DataRow("ReplyBarcode", "marks/1/number", "00000002")]
    [DataRow("ReplyBarcode", "marks/1/barcode", null)]
    [DataRow("ReplyHistoryShop", "monthReport", "01")]
    [DataRow("ReplyHistoryShop", "documents/0/regForm2", "FB-000000900000001")]
    [DataRow("ReplyHistoryShop", "documents/0/quantity", "12m")]
    [DataRow("ReplyWriteOffCheque", "writeOffCh", "15m")]
    [DataRow("ReplyWriteOffCheque", "returnCh", "1m")]
    [DataRow("ReplyClientVersion", "versionDate", "2026-02-03")]
    [DataRow("ReplyClientVersion", "client/versionWB", "WayBill_v4")]
    [DataRow("RepInformF1Reg", "content/position/0/informF1RegId", "FA-000000900000021")]
    public void Field_of_an_answer_is_under_its_name(string file, string path, string? expected)
    {
        var steps = path.Split('/').Select(step => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? (object)index : step).ToArray();

        var value = Values.At(Corpus.Read(file).Reply!.ToRecord(), steps);

        Values.Plain(value).Should().Be(expected);
    }

    [TestMethod]
    public void Names_of_the_registry_find_their_fields() =>
        Corpus.Read("ReplyNoAnswerTTN").Reply!.Rows.First()["WbRegID"].Should().Be("TTN-0900000001");

    [TestMethod]
    public void Marks_of_an_F2_are_read_over_all_their_groups() =>
        Corpus.Read("ReplyRestBCode").Reply!.Rows.Select(row => row["mark"]).Should().Equal(Corpus.Mark(1), Corpus.Mark(2), Corpus.Mark(3));

    [TestMethod]
    public void Number_that_is_none_stays_its_text() =>
        Corpus.ReadText(Corpus.Text("ReplyRests_Mini").Replace(">5<", ">много<", StringComparison.Ordinal)).Reply!.Rows.Single()["quantity"].Should().Be("много");

    [TestMethod]
    public void Rows_can_be_read_again()
    {
        var rows = Corpus.Read("ReplyRests_v2").Reply!.Rows;

        Values.Text(rows.ToList()).Should().Be(Values.Text(rows.ToList())).And.Contain("FB-000000900000002");
    }
}
