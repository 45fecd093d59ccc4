using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmActTests
{
    [TestMethod]
    public async Task A_write_off_takes_goods_and_marks_away_and_its_repeal_brings_them_back()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock();
        var mark = rig.Seed.MarksOf(batch.F2)[4];

        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, batch.F2, 1, [mark]));
        var first = await rig.VerdictsAsync(UtmRig.A);
        var left = rig.World.Batches.Find(batch.F2)!.Quantity;
        await rig.TakenAsync(UtmRig.A, "RequestRepealAWO", UtmDocuments.RepealRequest(UtmRig.A, "AWO", "AWO-0000000001"));

        first.Should().Equal("Accepted", "Confirm Accepted AWO-0000000001");
        left.Should().Be(11);
        (await rig.VerdictsAsync(UtmRig.A)).Should().EndWith(["Accepted", "UnConfirm Accepted AWO-0000000001"]);
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(12);
        rig.Seed.MarksOf(batch.F2).Should().Contain(mark);
        rig.World.Acts.All.Single().Repealed.Should().BeTrue();
    }

    [TestMethod]
    public async Task More_than_there_is_cannot_be_written_off()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock(2);

        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, batch.F2, 3));

        var tickets = await rig.BodiesAsync(UtmRig.A, "Ticket");
        tickets.Select(UtmDocuments.Verdict).Should().Equal("Accepted", "Confirm Rejected");
        UtmDocuments.Text(tickets[1], "OperationComment").Should().Be($"Количество продукции 3 превышает остаток 2 по справке 2 {batch.F2}");
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(2);
    }

    [TestMethod]
    public async Task An_act_is_repealed_once_and_by_its_owner()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1));
        var repeal = UtmDocuments.RepealRequest(UtmRig.A, "AWO", "AWO-0000000001");
        await rig.TakenAsync(UtmRig.A, "RequestRepealAWO", repeal);

        await rig.TakenAsync(UtmRig.A, "RequestRepealAWO", repeal);
        await rig.TakenAsync(UtmRig.B, "RequestRepealAWO", UtmDocuments.RepealRequest(UtmRig.B, "AWO", "AWO-0000000001"));

        (await rig.VerdictsAsync(UtmRig.A)).Should().EndWith(["Rejected"]);
        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Rejected");
        rig.System.Judge.Doubles().Should().ContainSingle().Which.Element.Should().Be("RequestRepealAWO");
    }

    [TestMethod]
    public async Task A_charge_on_gets_its_origin_and_its_batch()
    {
        await using var rig = await UtmRig.StartAsync();
        var product = rig.Seed.Product();
        var mark = ExciseMarks.Make(900);

        var request = await rig.TakenAsync(UtmRig.A, "ActChargeOn_v2", UtmDocuments.ChargeOn(UtmRig.A, product.AlcCode, 1, mark));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", "Confirm Accepted ACO-0000000001");
        var notice = (await rig.BodiesAsync(UtmRig.A, "INVENTORYREGINFO")).Single();
        (await rig.GetAsync(UtmRig.A, "opt/out/INVENTORYREGINFO")).Urls.Single().Attribute("replyId")!.Value.Should().Be(request);
        var batch = rig.World.Batches.All.Single();
        (UtmDocuments.Text(notice, "ActRegId"), UtmDocuments.Text(notice, "InformF1RegId"), UtmDocuments.Text(notice, "F2RegId")).Should().Be(("ACO-0000000001", batch.F1, batch.F2));
        rig.Seed.MarksOf(batch.F2).Should().Equal(mark);
    }

    [TestMethod]
    public async Task A_mark_on_somebodys_balance_cannot_be_charged_on()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock(1, UtmRig.B);

        await rig.TakenAsync(UtmRig.A, "ActChargeOn_v2", UtmDocuments.ChargeOn(UtmRig.A, batch.AlcCode, 1, rig.Seed.MarksOf(batch.F2)[0]));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", "Confirm Rejected");
    }

    [TestMethod]
    public async Task Goods_go_into_the_shop_and_back()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock();

        await rig.TakenAsync(UtmRig.A, "TransferToShop", UtmDocuments.Transfer(UtmRig.A, "TransferToShop", batch, 5));
        await rig.TakenAsync(UtmRig.A, "TransferFromShop", UtmDocuments.Transfer(UtmRig.A, "TransferFromShop", batch, 2));
        await rig.TakenAsync(UtmRig.A, "TransferFromShop", UtmDocuments.Transfer(UtmRig.A, "TransferFromShop", batch, 4));

        (await rig.VerdictsAsync(UtmRig.A)).Select(one => one.Split(" T")[0]).Should().Equal("Accepted", "Confirm Accepted", "Accepted", "Confirm Accepted", "Accepted", "Confirm Rejected");
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(9);
        rig.World.Shop.All.Single().Quantity.Should().Be(3);
    }

    [TestMethod]
    public async Task Marks_are_put_on_balance_and_taken_off_it()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Seed.Stock(UtmRig.A, rig.Seed.Product(), 1, marked: false);
        var mark = ExciseMarks.Make(901);

        await rig.TakenAsync(UtmRig.A, "ActFixBarCode", UtmDocuments.Fix(UtmRig.A, "ActFixBarCode", batch.F2, mark));
        rig.System.Advance();
        var fixedMarks = rig.Seed.MarksOf(batch.F2);
        await rig.TakenAsync(UtmRig.A, "ActFixBarCode", UtmDocuments.Fix(UtmRig.A, "ActFixBarCode", batch.F2, ExciseMarks.Make(902)));
        await rig.TakenAsync(UtmRig.A, "ActUnFixBarCode", UtmDocuments.Fix(UtmRig.A, "ActUnFixBarCode", batch.F2, mark));

        fixedMarks.Should().Equal(mark);
        (await rig.VerdictsAsync(UtmRig.A)).Select(one => one.Split(" A")[^1]).Should().Equal("Accepted", "FB-0000000001", "Accepted", "Confirm Rejected", "Accepted", "UF-0000000002");
        rig.Seed.MarksOf(batch.F2).Should().BeEmpty();
    }

    [TestMethod]
    public async Task The_shop_is_charged_and_written_off()
    {
        await using var rig = await UtmRig.StartAsync();
        var product = rig.Seed.Product();

        await rig.TakenAsync(UtmRig.A, "ActChargeOnShop_v2", ShopAct("ActChargeOnShop_v2", "<b:Number>1</b:Number><b:ActDate>2026-02-03</b:ActDate><b:TypeChargeOn>Излишки</b:TypeChargeOn>", product, 5));
        await rig.TakenAsync(UtmRig.A, "ActWriteOffShop_v2", ShopAct("ActWriteOffShop_v2", "<b:ActNumber>1</b:ActNumber><b:ActDate>2026-02-03</b:ActDate><b:TypeWriteOff>Порча</b:TypeWriteOff>", product, 2));
        await rig.TakenAsync(UtmRig.A, "ActWriteOffShop_v2", ShopAct("ActWriteOffShop_v2", "<b:ActNumber>2</b:ActNumber><b:ActDate>2026-02-03</b:ActDate><b:TypeWriteOff>Порча</b:TypeWriteOff>", product, 4));
        await rig.TakenAsync(UtmRig.A, "RequestRepealACO", UtmDocuments.RepealRequest(UtmRig.A, "ACO", "ACO-0000000001"));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", "Confirm Accepted ACO-0000000001", "Accepted", "Confirm Accepted AWO-0000000001", "Accepted", "Confirm Rejected", "Accepted", "Confirm Rejected");
        rig.World.Shop.All.Single().Quantity.Should().Be(3);
    }

    [TestMethod]
    public async Task A_place_tells_which_waybill_it_can_read()
    {
        await using var rig = await UtmRig.StartAsync();

        await rig.TakenAsync(UtmRig.B, "InfoVersionTTN", UtmDocuments.Envelope(UtmRig.B, "InfoVersionTTN", $"<ns:InfoVersionTTN><b:ClientId>{UtmRig.B}</b:ClientId><b:WBTypeUsed>WayBill_v3</b:WBTypeUsed></ns:InfoVersionTTN>"));
        await rig.TakenAsync(UtmRig.B, "CarrierNotice_v4", UtmDocuments.Envelope(UtmRig.B, "CarrierNotice_v4", "<ns:CarrierNotice_v4><b:Header><b:Number>1</b:Number></b:Header></ns:CarrierNotice_v4>"));

        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", "Confirm Accepted DOC-0000000001", "Accepted", "Confirm Accepted DOC-0000000002");
        rig.World.Organisations.Find(UtmRig.B)!.Version.Should().Be("WayBill_v3");
    }

    private static string ShopAct(string element, string header, UtmProduct product, int quantity) => UtmDocuments.Envelope(UtmRig.A, element,
        $"<ns:{element}><b:Identity>{element}-{quantity}</b:Identity><b:Header>{header}</b:Header><b:Content><b:Position><b:Identity>1</b:Identity>{UtmDocuments.Product(product.AlcCode)}<b:Quantity>{quantity}</b:Quantity></b:Position></b:Content></ns:{element}>");
}
