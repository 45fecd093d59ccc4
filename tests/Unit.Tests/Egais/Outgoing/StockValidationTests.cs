using Cleverence.Connectivity;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;
using static Unit.Tests.Egais.Outgoing.Support.Payloads;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class StockValidationTests
{
    [TestMethod]
    public void Sale_needs_a_sum() => Problems(EgaisOperation.WriteOffRegister1, Act("Реализация", Line("1", ("quantity", 1L), ("f2RegId", "FB-1")))).Should().Equal("positions[0].sumSale: is missing, though the type is Реализация");

    [TestMethod]
    public void Other_reasons_need_none() => Problems(EgaisOperation.WriteOffRegister1, Act("Порча", Line("1", ("quantity", 1L), ("f2RegId", "FB-1")))).Should().BeEmpty();

    [TestMethod]
    [DataRow(nameof(EgaisOperation.WriteOffRegister1), "type: is not one of Пересортица, Недостача, Уценка, Порча, Потери, Проверки, Арест, Иные цели, Реализация, Производственные потери, Приготовление")]
    [DataRow(nameof(EgaisOperation.WriteOffRegister2), "type: is not one of Пересортица, Недостача, Уценка, Порча, Потери, Проверки, Арест, Иные цели, Реализация, Производственные потери, Приготовление")]
    [DataRow(nameof(EgaisOperation.ChargeOnRegister1), "type: is not one of Пересортица, Излишки, Продукция, полученная до 01.01.2016, Производство_Сливы")]
    public void Reason_is_one_of_a_list(string operation, string problem) => Problems(Enum.Parse<EgaisOperation>(operation), Act("Разбили")).Should().Contain(problem);

    [TestMethod]
    public void Regrading_names_the_write_off_that_it_charges_on_again() =>
        Problems(EgaisOperation.ChargeOnRegister2, Act("Пересортица", Line("1", ("product", Product()), ("quantity", 1L)))).Should().Equal("actWriteOff: is missing: Пересортица needs the registry's number of the write-off");

    [TestMethod]
    public void Write_off_is_of_an_F1_or_an_F2() =>
        Problems(EgaisOperation.WriteOffRegister1, Act("Порча", Line("1", ("quantity", 1L)), Line("2", ("quantity", 1L), ("f1RegId", "FA-1"), ("f2RegId", "FB-1"))))
            .Should().Equal("positions[0].f2RegId: must be given, or f1RegId instead, and not both", "positions[1].f2RegId: must be given, or f1RegId instead, and not both");

    [TestMethod]
    [DataRow("2.5", null, "positions[0].volume: must be a whole number of millilitres greater than 0")]
    [DataRow("250", "1", "positions[0].volume: stands beside quantity; give one of them")]
    [DataRow(null, null, "positions[0].quantity: is missing")]
    [DataRow(null, "-1", "positions[0].quantity: must be greater than 0")]
    public void Quantity_or_volume_is_written_off(string? volume, string? quantity, string problem) =>
        Problems(EgaisOperation.WriteOffRegister1, Act("Приготовление", Line("1", ("volume", volume), ("quantity", quantity), ("f2RegId", "FB-1")))).Should().Equal(problem);

    [TestMethod]
    public void Volume_has_no_place_in_V3() =>
        Orders.ProblemsOf(Orders.Stock(EgaisOperation.WriteOffRegister1, Act("Приготовление", Line("1", ("volume", 250L), ("f2RegId", "FB-1"))), FormatVersion.V3)).Should().Equal("positions[0].volume: has no place in the format V3");

    [TestMethod]
    public void Charge_on_needs_the_origin_of_the_goods() =>
        Problems(EgaisOperation.ChargeOnRegister1, Act("Излишки", Line("1", ("product", Product()), ("quantity", 1L)), Line("2", ("product", Product()), ("quantity", 1L), ("origin", new ConnectorRecord()))))
            .Should().Equal("positions[0].origin: is missing", "positions[1].origin.quantity: must be greater than 0", "positions[1].origin.bottlingDate: is missing", "positions[1].origin.ttnNumber: is missing", "positions[1].origin.ttnDate: is missing");

    [TestMethod]
    public void Transfer_needs_code_quantity_and_F2() => Problems(EgaisOperation.TransferToShop, Act("", Line("1"))).Should().Equal("positions[0].alcCode: is missing", "positions[0].quantity: is missing", "positions[0].f2RegId: is missing");

    [TestMethod]
    public void Marks_are_fixed_with_their_F2_and_unfixed_without_it_too()
    {
        var act = Act("", Line("1", ("marks", MarkList(1))));

        Problems(EgaisOperation.ChargeOnRegister3, act).Should().Equal("positions[0].f2RegId: is missing");
        Problems(EgaisOperation.WriteOffRegister3, act).Should().BeEmpty();
    }

    [TestMethod]
    public void Act_about_marks_without_marks_is_refused() => Problems(EgaisOperation.WriteOffRegister3, Act("", Line("1"))).Should().Equal("positions[0].marks: holds no mark");

    [TestMethod]
    public void Positions_get_their_row_number_where_they_name_none()
    {
        var result = Orders.Build(Orders.Stock(EgaisOperation.TransferToShop, Act("", new ConnectorRecord { ["КодАП"] = "0123456789012345678", ["Количество"] = 1L, ["Справка2"] = "FB-1" })));

        System.Text.Encoding.UTF8.GetString(result.Xml).Should().Contain("<b:Position><b:Identity>1</b:Identity><b:ProductCode>0123456789012345678</b:ProductCode><b:Quantity>1</b:Quantity>");
    }

    [TestMethod]
    public void Positions_may_come_as_a_table()
    {
        var act = Act("");
        act["positions"] = ConnectorTable.FromRecords([Line("7", ("alcCode", "0123456789012345678"), ("quantity", 6L), ("f2RegId", "FB-1"))]);

        Problems(EgaisOperation.TransferFromShop, act).Should().BeEmpty();
    }

    private static IEnumerable<string> Problems(EgaisOperation operation, ConnectorRecord act) => Orders.ProblemsOf(Orders.Stock(operation, act));
}
