using Emulators.Utm;
using TestKit;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmQuestionTests
{
    [TestMethod]
    [DataRow("QueryRests_v2", "ReplyRests_v2", "InformF2RegId")]
    [DataRow("QueryRests_v3", "ReplyRests_v3", "InformF2RegId")]
    [DataRow("QueryRests_Mini", "ReplyRests_Mini", "Inform2RegId")]
    public async Task Rests_of_the_warehouse_are_told_by_batch(string question, string answer, string f2)
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock();
        rig.Stock(5, UtmRig.B);

        var request = await rig.TakenAsync(UtmRig.A, question, UtmDocuments.Question(UtmRig.A, question));

        var body = (await rig.BodiesAsync(UtmRig.A, answer)).Single();
        body.Descendants().Where(one => one.Name.LocalName == f2).Select(one => one.Value).Should().Equal(batch.F2);
        (UtmDocuments.Text(body, "Quantity"), UtmDocuments.Text(body, "AlcCode")).Should().Be(("12", batch.AlcCode));
        (await rig.GetAsync(UtmRig.A, "opt/out")).Urls.Should().HaveCount(2).And.OnlyContain(one => one.Attribute("replyId")!.Value == request);
    }

    [TestMethod]
    [DataRow("QueryRestsShop_v2", "ReplyRestsShop_v2")]
    [DataRow("QueryRestsShop_Mini", "ReplyRestsShop_Mini")]
    public async Task Rests_of_the_shop_are_told_by_product(string question, string answer)
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.Shop(UtmRig.A, rig.Seed.Product(), 7.5m);

        await rig.TakenAsync(UtmRig.A, question, UtmDocuments.Question(UtmRig.A, question));

        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.A, answer)).Single(), "Quantity").Should().Be("7.5");
    }

    [TestMethod]
    public async Task Marks_of_a_batch_are_told_to_its_owner()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock(3);

        await rig.TakenAsync(UtmRig.A, "QueryRestBCode", UtmDocuments.Question(UtmRig.A, "QueryRestBCode", "ФОРМА2", batch.F2));
        await rig.TakenAsync(UtmRig.B, "QueryRestBCode", UtmDocuments.Question(UtmRig.B, "QueryRestBCode", "ФОРМА2", batch.F2));

        (await rig.BodiesAsync(UtmRig.A, "ReplyRestBCode")).Single().Descendants().Where(one => one.Name.LocalName == "amc").Select(one => one.Value).Should().Equal(rig.Seed.MarksOf(batch.F2));
        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Rejected");
    }

    [TestMethod]
    public async Task Unanswered_waybills_are_told_and_sent_again()
    {
        await using var rig = await UtmRig.StartAsync();
        var (_, waybill) = await UtmWaybillTests.ShipAsync(rig);

        await rig.TakenAsync(UtmRig.B, "QueryNATTN", UtmDocuments.Question(UtmRig.B, "QueryNATTN", "КОД", UtmRig.B));
        var told = (await rig.BodiesAsync(UtmRig.B, "ReplyNATTN")).Single();
        await rig.TakenAsync(UtmRig.B, "QueryResendDoc", UtmDocuments.Question(UtmRig.B, "QueryResendDoc", "WBREGID", waybill.RegId));

        (told.Name.LocalName, UtmDocuments.Text(told, "WbRegID")).Should().Be(("ReplyNoAnswerTTN", waybill.RegId));
        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.B, "FORM2REGINFO")).Single(), "WBRegId").Should().Be(waybill.RegId);
        (await rig.GetAsync(UtmRig.B, "opt/out/WayBill_v4")).Urls.Single().Attribute("replyId").Should().BeNull();
    }

    [TestMethod]
    [DataRow("QueryClients_v2", "СИО", UtmRig.B, "ReplyClient_v2", "ClientRegId", UtmRig.B)]
    [DataRow("QueryPartner", "СИО", UtmRig.B, "ReplyPartner", "ClientRegId", UtmRig.B)]
    [DataRow("QueryAP_v2", "КОД", "0100000000000000001", "ReplyAP_v2", "AlcCode", "0100000000000000001")]
    [DataRow("QueryForm2History", "RFB", "FB-000000000000001", "ReplyHistForm2", "DocId", "1")]
    [DataRow("QueryParentHistForm2", "PF2", "FB-000000000000001", "ReplyParentHistForm2", "InformF2RegId", "FB-000000000000001")]
    [DataRow("QueryClientVersion", "СИО", UtmRig.B, "ReplyClientVersion", "VersionWB", "WayBill_v4")]
    public async Task Other_questions_have_their_answers(string url, string name, string value, string type, string field, string expected)
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Stock();

        await rig.TakenAsync(UtmRig.A, url, UtmDocuments.Question(UtmRig.A, url == "QueryPartner" ? "QueryClients" : url, name, value));

        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.A, type)).Single(), field).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("QueryFormF1", "FA-000000000000001", "ReplyForm1", "InformF1RegId")]
    [DataRow("QueryFormF2", "FB-000000000000001", "ReplyForm2", "InformF2RegId")]
    public async Task Cards_of_batches_are_told(string question, string number, string answer, string field)
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Stock();

        await rig.TakenAsync(UtmRig.A, question, UtmDocuments.Envelope(UtmRig.A, "QueryFormF1F2", $"<ns:{question}><b:FormRegId>{number}</b:FormRegId></ns:{question}>"));

        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.A, answer)).Single(), field).Should().Be(number);
    }

    [TestMethod]
    public async Task A_mark_is_found_by_its_printed_number()
    {
        await using var rig = await UtmRig.StartAsync();
        var mark = rig.Seed.MarksOf(rig.Stock(1).F2)[0];

        await rig.TakenAsync(UtmRig.A, "QueryBarcode", UtmDocuments.Envelope(UtmRig.A, "QueryBarcode", $"<ns:QueryBarcode><b:QueryNumber>1</b:QueryNumber><b:Date>2026-02-03T10:00:00</b:Date><b:Marks><b:Mark><b:Identity>1</b:Identity><b:Type>136</b:Type><b:Rank>200</b:Rank><b:Number>{mark[6..14]}</b:Number></b:Mark></b:Marks></ns:QueryBarcode>"));

        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.A, "ReplyBarcode")).Single(), "Barcode").Should().Be(mark);
    }

    [TestMethod]
    public async Task Marks_are_checked_at_once_in_both_ways()
    {
        await using var rig = await UtmRig.StartAsync();
        var (own, foreign) = (rig.Seed.MarksOf(rig.Stock(1).F2)[0], ExciseMarks.Make(999));

        var good = await rig.PostAsync(UtmRig.A, "QueryFilter", Filter(own));
        var bad = await rig.PostAsync(UtmRig.A, "QueryFilter", Filter(foreign));

        good.Text.Should().Contain("Проверка пройдена");
        bad.Text.Should().Contain("Штрихкод не найден").And.Contain(foreign);
        (await rig.GetAsync(UtmRig.A, $"api/mark/check?code={own}")).Text.Should().Contain("\"owner\":true");
        (await rig.GetAsync(UtmRig.B, $"api/mark/check?code={own}")).Text.Should().Contain("\"owner\":false");
        rig.World.Posts.Count.Should().Be(0);
    }

    [TestMethod]
    [DataRow("QueryRests_v2", "QueryRests_v2", 59, "Rejected")]
    [DataRow("QueryRests_v2", "QueryRests_v2", 61, "Accepted")]
    [DataRow("QueryRests_v2", "QueryRestsShop_v2", 1, "Accepted")]
    public async Task A_question_that_comes_too_often_is_refused_by_a_ticket(string first, string second, int minutes, string verdict)
    {
        var clock = new ManualTimeProvider();
        await using var rig = await UtmRig.StartAsync(new UtmOptions { LimitRates = true, Clock = clock });
        await rig.TakenAsync(UtmRig.A, first, UtmDocuments.Question(UtmRig.A, first));
        await rig.GetAsync(UtmRig.A, "opt/out");

        clock.Advance(TimeSpan.FromMinutes(minutes));
        await rig.TakenAsync(UtmRig.A, second, UtmDocuments.Question(UtmRig.A, second));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", verdict);
    }

    private static string Filter(string mark) => UtmDocuments.Envelope(UtmRig.A, "QueryFilter", $"<ns:QueryFilter><b:bc>{mark}</b:bc></ns:QueryFilter>");
}
