using System.Text;
using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmStrictnessTests
{
    private static readonly Batch Goods = new() { FsrarId = UtmRig.A, F2 = "FB-000000000000001", F1 = "FA-000000000000001", AlcCode = "0100000000000000001" };

    [TestMethod]
    [DataRow("WayBill_v4", "<b:NUMBER>1</b:NUMBER><b:Date>2026-02-03</b:Date>", "<b:Date>2026-02-03</b:Date><b:NUMBER>1</b:NUMBER>", "ожидался", DisplayName = "order of elements")]
    [DataRow("WayBill_v4", "<b:Date>2026-02-03</b:Date>", "<b:Date>2026-02-03+03:00</b:Date>", "типу date", DisplayName = "a date with a zone")]
    [DataRow("WayBill_v4", "<b:Quantity>12</b:Quantity>", "<b:Quantity>0</b:Quantity>", "типу more", DisplayName = "a quantity of nothing")]
    [DataRow("WayBill_v4", "<b:Quantity>12</b:Quantity>", "<b:Quantity>1,5</b:Quantity>", "типу more", DisplayName = "a decimal comma")]
    [DataRow("WayBill_v4", "<b:Quantity>12</b:Quantity>", "", "ожидался", DisplayName = "a field that is missing")]
    [DataRow("WayBill_v4", "<oref:INN>7700000000</oref:INN>", "<oref:INN>770000000</oref:INN>", "типу inn10", DisplayName = "a short INN")]
    [DataRow("WayBill_v4", "<b:Identity>1</b:Identity>", "<b:Identity> 1</b:Identity>", "типу id", DisplayName = "a blank in front")]
    [DataRow("WayBill_v4", "<pref:AlcCode>", "<b:AlcCode>", "SAXParseException", DisplayName = "a broken element")]
    [DataRow("WayBill_v4", "WBInvoiceFromMe", "Invoice", "не из списка", DisplayName = "a value that is not in the list")]
    [DataRow("WayBill_v4", "<b:Price>", "<b:Price currency=\"RUB\">", "атрибуты", DisplayName = "an attribute")]
    [DataRow("WayBill_v4", "<ce:F2RegId>FB-000000000000001</ce:F2RegId>", "<b:F2RegId>FB-000000000000001</b:F2RegId>", "CommonV3", DisplayName = "F2 in the wrong namespace")]
    [DataRow("WayBill_v4", "<ns:FSRAR_ID>030000000001", "<ns:FSRAR_ID>030000000002", "не соответствует владельцу", DisplayName = "somebody else's document")]
    [DataRow("WayBill_v4", "Version=\"1.0\"", "Version=\"2.0\"", "версия", DisplayName = "another version")]
    [DataRow("WayBill_v4", "encoding=\"UTF-8\"", "encoding=\"windows-1251\"", "windows-1251", DisplayName = "another encoding")]
    [DataRow("WayBill_v4", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", "объявления XML", DisplayName = "no declaration")]
    [DataRow("WayBill_v4", "<ns:Documents", "<!DOCTYPE a [<!ENTITY b \"c\">]><ns:Documents", "DTD", DisplayName = "a DTD")]
    [DataRow("WayBillAct_v4", "", "", "не соответствует адресу", DisplayName = "another address")]
    public async Task What_is_wrong_on_the_wire_is_refused_with_a_text(string address, string right, string wrong, string says)
    {
        await using var rig = await UtmRig.StartAsync();
        var xml = UtmDocuments.WayBill(UtmRig.A, UtmRig.B, Goods, 12);

        var answer = await rig.PostAsync(UtmRig.A, address, right.Length == 0 ? xml : xml.Replace(right, wrong, StringComparison.Ordinal));

        answer.Status.Should().Be(500);
        answer.Error.Should().NotBeNull().And.Contain(says);
        rig.World.Posts.Count.Should().Be(0);
    }

    [TestMethod]
    public async Task Each_document_as_it_should_be_is_taken()
    {
        await using var rig = await UtmRig.StartAsync();

        await rig.TakenAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, Goods, 12, [ExciseMarks.Make(1)]));
        await rig.TakenAsync(UtmRig.A, "WayBillAct_v4", UtmDocuments.Act(UtmRig.A, "TTN-1", "Accepted"));
        await rig.TakenAsync(UtmRig.A, "WayBillTicket", UtmDocuments.ConfirmTicket(UtmRig.A, "TTN-1", "Accepted"));
        await rig.TakenAsync(UtmRig.A, "ConfirmRepealWB", UtmDocuments.ConfirmRepeal(UtmRig.A, "TTN-1", "Accepted"));
        await rig.TakenAsync(UtmRig.A, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.A, "WB", "TTN-1"));
        await rig.TakenAsync(UtmRig.A, "RequestRepealACO", UtmDocuments.RepealRequest(UtmRig.A, "ACO", "ACO-1"));
        await rig.TakenAsync(UtmRig.A, "RequestRepealAWO", UtmDocuments.RepealRequest(UtmRig.A, "AWO", "AWO-1"));
        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, "FB-1", 1, [ExciseMarks.Make(1)]));
        await rig.TakenAsync(UtmRig.A, "ActChargeOn_v2", UtmDocuments.ChargeOn(UtmRig.A, "1", 1, ExciseMarks.Make(1)));
        await rig.TakenAsync(UtmRig.A, "TransferToShop", UtmDocuments.Transfer(UtmRig.A, "TransferToShop", Goods, 1));
        await rig.TakenAsync(UtmRig.A, "ActFixBarCode", UtmDocuments.Fix(UtmRig.A, "ActFixBarCode", "FB-1", ExciseMarks.Make(1)));
        await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));

        rig.System.Judge.Posts(UtmRig.A).Should().HaveCount(12);
    }

    [TestMethod]
    [DataRow("ce", 200)]
    [DataRow("b", 500)]
    public async Task Boxes_lie_in_each_other(string prefix, int status)
    {
        await using var rig = await UtmRig.StartAsync();
        var boxes = $"<b:boxInfo><b:boxtree><ce:boxnum>03000000000120126000000001</ce:boxnum><{prefix}:bl><ce:boxnum>030000000001000042</ce:boxnum></{prefix}:bl></b:boxtree></b:boxInfo></b:Position>";

        var answer = await rig.PostAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, Goods, 1, [ExciseMarks.Make(1)]).Replace("</b:Position>", boxes, StringComparison.Ordinal));

        answer.Status.Should().Be(status, answer.Text);
    }

    [TestMethod]
    [DataRow("MarkCode", 200)]
    [DataRow("b:MarkCode", 500)]
    [DataRow("ce:amc", 500)]
    public async Task MarkCode_of_a_charge_on_stands_in_no_namespace(string element, int status)
    {
        await using var rig = await UtmRig.StartAsync();

        var answer = await rig.PostAsync(UtmRig.A, "ActChargeOn_v2", UtmDocuments.ChargeOn(UtmRig.A, "1", 1, ExciseMarks.Make(1), element));

        answer.Status.Should().Be(status, answer.Text);
    }

    [TestMethod]
    [DataRow("Accepted", true, "не может содержать позиции")]
    [DataRow("Differences", false, "без позиций")]
    public async Task An_act_says_the_same_in_head_and_positions(string kind, bool positions, string says)
    {
        await using var rig = await UtmRig.StartAsync();
        var position = UtmDocuments.Difference(new ShippedPosition("1", "1", 1, "FA-1", "FB-1", "FB-2", default, []), 0, []);

        var answer = await rig.PostAsync(UtmRig.A, "WayBillAct_v4", UtmDocuments.Act(UtmRig.A, "TTN-1", kind, positions ? position : ""));

        answer.Error.Should().Contain(says);
    }

    [TestMethod]
    public async Task Positions_that_share_an_identity_or_a_batch_are_refused()
    {
        await using var rig = await UtmRig.StartAsync();
        var one = UtmDocuments.Difference(new ShippedPosition("1", "1", 1, "FA-1", "FB-1", "FB-2", default, []), 0, []);

        var sameIdentity = await rig.PostAsync(UtmRig.A, "WayBillAct_v4", UtmDocuments.Act(UtmRig.A, "TTN-1", "Differences", one + one));
        var sameBatch = await rig.PostAsync(UtmRig.A, "WayBillAct_v4", UtmDocuments.Act(UtmRig.A, "TTN-1", "Differences", one + one.Replace("<b:Identity>1<", "<b:Identity>2<", StringComparison.Ordinal)));

        sameIdentity.Error.Should().Contain("Identity");
        sameBatch.Error.Should().Contain("InformF2RegId");
    }

    [TestMethod]
    public async Task A_question_without_parameters_has_no_element_for_them()
    {
        await using var rig = await UtmRig.StartAsync();

        var empty = await rig.PostAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Envelope(UtmRig.A, "QueryParameters", "<ns:QueryRests_v2><b:Parameters/></ns:QueryRests_v2>"));

        empty.Error.Should().Contain("Parameter");
    }

    [TestMethod]
    [DataRow("xml_file", "\"data.xml\"", "text/xml; charset=utf-8", "xml_file", DisplayName = "a name without quotes")]
    [DataRow("\"file\"", "\"data.xml\"", "text/xml; charset=utf-8", "xml_file", DisplayName = "another name")]
    [DataRow("\"xml_file\"", "data.xml", "text/xml; charset=utf-8", "filename", DisplayName = "a file name without quotes")]
    [DataRow("\"xml_file\"", "\"data.xml\"", "application/xml", "text/xml", DisplayName = "another type")]
    [DataRow("\"xml_file\"", "\"data.xml\"", "text/xml; charset=windows-1251", "utf-8", DisplayName = "another charset")]
    public async Task The_form_is_as_the_UTM_wants_it(string name, string fileName, string type, string says)
    {
        await using var rig = await UtmRig.StartAsync();
        using var form = UtmRig.Form(Encoding.UTF8.GetBytes(UtmDocuments.Question(UtmRig.A, "QueryRests_v2")), name, fileName, type);

        var answer = await rig.PostAsync(UtmRig.A, "opt/in/QueryRests_v2", form);

        answer.Status.Should().Be(500);
        answer.Error.Should().Contain(says);
    }

    [TestMethod]
    public async Task A_mark_of_the_byte_order_a_bare_body_and_two_parts_are_refused()
    {
        await using var rig = await UtmRig.StartAsync();
        var xml = Encoding.UTF8.GetBytes(UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));
        using var marked = UtmRig.Form([.. Encoding.UTF8.Preamble, .. xml]);
        using var bare = new ByteArrayContent(xml);
        using var two = UtmRig.Form(xml);
        two.Add(new ByteArrayContent(xml), "another");

        (await rig.PostAsync(UtmRig.A, "opt/in/QueryRests_v2", marked)).Error.Should().Contain("BOM");
        (await rig.PostAsync(UtmRig.A, "opt/in/QueryRests_v2", bare)).Error.Should().Contain("multipart/form-data");
        (await rig.PostAsync(UtmRig.A, "opt/in/QueryRests_v2", two)).Error.Should().Contain("одна часть");
        rig.World.Posts.Count.Should().Be(0);
    }

    [TestMethod]
    public async Task A_type_that_the_UTM_does_not_know_is_not_found()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System[UtmRig.A].Conditions.UnknownTypes = "QueryRests_v3";

        (await rig.PostAsync(UtmRig.A, "WayBill_v9", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"))).Status.Should().Be(404);
        (await rig.PostAsync(UtmRig.A, "QueryRests_v3", UtmDocuments.Question(UtmRig.A, "QueryRests_v3"))).Status.Should().Be(404);
        (await rig.PostAsync(UtmRig.B, "QueryRests_v3", UtmDocuments.Question(UtmRig.B, "QueryRests_v3"))).Status.Should().Be(200);
    }
}
