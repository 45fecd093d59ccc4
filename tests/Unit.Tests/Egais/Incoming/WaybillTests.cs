using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class WaybillTests
{
    private static readonly Organisation Producer = new(OrganisationForm.UL, "010000000099")
    {
        FullName = "ООО «Винзавод & Ко»",
        ShortName = "ООО «Винзавод &",
        Inn = "7700000099",
        Kpp = "770001001",
        Country = "643",
        RegionCode = "77",
        Address = "РОССИЯ, 101000, МОСКВА Г, Примерная ул, дом № 1",
    };

    [TestMethod]
    public void Header_is_read_with_every_field()
    {
        var document = Corpus.Read("WayBill_v4");

        document.Owner.Should().Be("010000000001");
        document.Waybill!.Should().BeEquivalentTo(new Waybill("WBInvoiceFromMe", "ВН-000123", new DateOnly(2026, 2, 2), new DateOnly(2026, 2, 3))
        {
            Identity = "wbl-11112222-3333-4444-5555-666677778888",
            Transport = new WaybillTransport
            {
                ChangeOwnership = "NotChange",
                TranType = "413",
                Company = "ООО «Перевозчик»",
                TransportType = "car",
                RegNumber = "А001АА77",
                Trailer = "АВ0001 77",
                Customer = "ООО «Магазин»",
                Driver = "Водитель",
                LoadPoint = "Склад 1",
                UnloadPoint = "Магазин 5",
                Redirect = "нет",
                Forwarder = "Экспедитор",
            },
            Base = "Договор 15 от 01.01.2026",
            Note = "Примечание",
            VarFields = ["первое", "", "третье"],
        }, options => options.Excluding(waybill => waybill.Positions).Excluding(waybill => waybill.Shipper).Excluding(waybill => waybill.Consignee));
        (document.Waybill!.Shipper!.ClientRegId, document.Waybill.Shipper.Inn).Should().Be(("010000000001", "7700000001"));
        (document.Waybill!.Consignee!.ClientRegId, document.Waybill.Consignee.Kpp).Should().Be(("030000123456", "770002001"));
    }

    [TestMethod]
    public void Position_is_read_with_every_field()
    {
        var position = Corpus.Read("WayBill_v4").Waybill!.Positions[0];

        position.Should().BeEquivalentTo(new WaybillPosition("1", new Product("0123456789012345678") { Type = "АП", FullName = "Водка «Образцовая»", Capacity = 0.5m, AlcVolume = 40, Producer = Producer, ProductVCode = "200" }, 4)
        {
            PackId = "бутылка",
            AlcPercent = 40.5m,
            AlcPercentMin = 40,
            AlcPercentMax = 41,
            Price = 301.50m,
            Party = "П-7",
            ExciseNumber = "А-1",
            ExciseDate = new DateOnly(2026, 1, 31),
            ExciseSum = 12.34m,
            ExciseBase = 2.5m,
            Ean13 = "4600000000015",
            FaRegId = "FA-000000800000001",
            F2RegId = "FB-000000800000001",
        }, options => options.Excluding(read => read.Boxes).Excluding(read => read.Trees));
    }

    [TestMethod]
    public void Marks_are_read_by_the_box_that_they_lie_in()
    {
        var boxes = Corpus.Read("WayBill_v4").Waybill!.Positions[0].Boxes;

        boxes.Should().BeEquivalentTo(
            [
                new MarkBox("01000000000112625000000001", [Corpus.Mark(1), Corpus.Mark(2)]),
                new MarkBox("01000000000112625000000002", [Corpus.Mark(3)]),
                new MarkBox(null, [Corpus.Mark(4)]),
            ],
            options => options.WithStrictOrdering());
    }

    [TestMethod]
    public void Boxes_are_read_as_they_lie_in_each_other()
    {
        var trees = Corpus.Read("WayBill_v4").Waybill!.Positions[0].Trees;

        trees.Should().BeEquivalentTo([new BoxTree("01000000000122625000000009", [new BoxTree("01000000000122625000000008", [new BoxTree("01000000000112625000000001", []), new BoxTree("01000000000112625000000002", [])])])]);
    }

    [TestMethod]
    public void Position_without_marks_has_no_boxes()
    {
        var position = Corpus.Read("WayBill_v4").Waybill!.Positions[1];

        (position.Identity, position.Quantity, position.Boxes.Count, position.Trees.Count, position.ExciseSum).Should().Be(("2", 1.5m, 0, 0, null));
        (position.Product.Producer!.Form, position.Product.Producer.Country, position.Product.Producer.Inn).Should().Be((OrganisationForm.FO, "250", null));
    }

    [TestMethod]
    public void Beer_in_any_order_without_prefixes_and_version_is_read()
    {
        var document = Corpus.Read("WayBill_v4.beer");
        var position = document.Waybill!.Positions.Single();

        (document.Owner, document.Waybill.Number, document.Waybill.ShippingDate).Should().Be(("010000000001", "77", new DateOnly(2026, 2, 2)));
        (document.Waybill.Shipper!.Form, document.Waybill.Shipper.Address, document.Waybill.Consignee!.Form, document.Waybill.Consignee.TsNumber).Should().Be((OrganisationForm.TR, "В пути", OrganisationForm.TS, "190000000001"));
        (position.Product.UnitType, position.F2RegId).Should().Be(("Unpacked", "FB-000000800000003"));
        position.Boxes.Should().BeEquivalentTo([new MarkBox(null, ["010460000012345521aB<-x&Z", "010460000012345521aB3-x9Z"]) { IsBeer = true }]);
    }

    [TestMethod]
    public void Third_generation_is_read_with_its_own_names()
    {
        var waybill = Corpus.Read("WayBill_v3").Waybill!;

        (waybill.Number, waybill.Transport!.RegNumber, waybill.Shipper!.Form, waybill.Positions.Single().Product.UnitType).Should().Be(("В3-1", "А002АА77", OrganisationForm.FL, "Packed"));
        waybill.Positions.Single().Boxes.Single().Marks.Single().Should().HaveLength(68).And.StartWith("22N00000XRLS1WQ49JI");
    }

    [TestMethod]
    public void Unit_of_the_head_holds_for_the_positions_of_older_waybills() =>
        Corpus.ReadText(Corpus.Text("WayBill_v3").Replace("<wb:UnitType>Packed", "<wb:UnitType>Unpacked", StringComparison.Ordinal)).Waybill!.Positions.Single().Product.UnitType.Should().Be("Unpacked");

    [TestMethod]
    public void Box_without_marks_stays_a_box()
    {
        var xml = Corpus.Text("WayBill_v4").Replace($"<ce:amc>{Corpus.Mark(3)}</ce:amc>", "", StringComparison.Ordinal);

        Corpus.ReadText(xml).Waybill!.Positions[0].Boxes[1].Should().BeEquivalentTo(new MarkBox("01000000000112625000000002", []));
    }

    [TestMethod]
    [DataRow("<wb:NUMBER>ВН-000123</wb:NUMBER>", "NUMBER")]
    [DataRow("<wb:Date>2026-02-02</wb:Date>", "Date")]
    [DataRow("<wb:Type>WBInvoiceFromMe</wb:Type>", "Type")]
    [DataRow("<wb:Identity>2</wb:Identity>", "Identity")]
    [DataRow("<wb:Quantity>1.5</wb:Quantity>", "Quantity")]
    [DataRow("<pref:AlcCode>0010200000012345678</pref:AlcCode>", "AlcCode")]
    public void Waybill_that_misses_what_it_lives_on_is_refused_by_the_fields_name(string field, string name)
    {
        var read = () => Corpus.ReadText(Corpus.Text("WayBill_v4").Replace(field, "", StringComparison.Ordinal));

        var refusal = read.Should().Throw<UnreadableXmlException>().Which;
        refusal.Message.Should().Contain($"has no {name}");
        refusal.MessageRu.Should().Contain(name);
        refusal.Line.Should().BeGreaterThan(1);
    }

    [TestMethod]
    [DataRow("2026-02-02")]
    [DataRow("2026-02-02T10:00:00.000")]
    [DataRow("2026-02-02+03:00")]
    [DataRow("2026-02-02Z")]
    public void Date_with_a_time_or_a_zone_is_its_day(string date) =>
        Corpus.ReadText(Corpus.Text("WayBill_v4").Replace("<wb:Date>2026-02-02<", $"<wb:Date>{date}<", StringComparison.Ordinal)).Waybill!.Date.Should().Be(new DateOnly(2026, 2, 2));

    [TestMethod]
    [DataRow("02.02.2026")]
    [DataRow("2026-02-30")]
    [DataRow("2026-02-020")]
    public void Date_that_is_none_is_refused(string date) =>
        FluentActions.Invoking(() => Corpus.ReadText(Corpus.Text("WayBill_v4").Replace("<wb:Date>2026-02-02<", $"<wb:Date>{date}<", StringComparison.Ordinal)))
            .Should().Throw<UnreadableXmlException>().WithMessage("*unreadable Date*");

    [TestMethod]
    public void Quantity_that_is_no_number_is_refused() =>
        FluentActions.Invoking(() => Corpus.ReadText(Corpus.Text("WayBill_v4").Replace("<wb:Quantity>1.5<", "<wb:Quantity>1,5<", StringComparison.Ordinal)))
            .Should().Throw<UnreadableXmlException>().WithMessage("*unreadable Quantity*");

    [TestMethod]
    public void Waybill_without_a_consignee_is_refused() =>
        FluentActions.Invoking(() => Corpus.ReadText(Corpus.Text("WayBill_v4").Replace("wb:Consignee>", "wb:Nobody>", StringComparison.Ordinal)))
            .Should().Throw<UnreadableXmlException>().WithMessage("*Consignee/ClientRegId*");
}
