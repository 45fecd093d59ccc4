using System.Xml;
using Cleverence.Connectivity;
using Connectors.OneC.OData;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class EdmReaderTests
{
    [TestMethod]
    public void Entities_keys_and_types_are_read()
    {
        SampleModel.Model.Entities.Should().Contain(["Catalog_Товары", "Document_ЗаказКлиента"]).And.HaveCount(5);
        SampleModel.Rates.Keys.Should().Equal("Period", "Валюта_Key");
        SampleModel.Model.Spelt("catalog_товары").Should().Be("Catalog_Товары");
    }

    [TestMethod]
    [DataRow("Ref_Key", EdmKind.Guid, ValueKind.String)]
    [DataRow("DeletionMark", EdmKind.Boolean, ValueKind.Boolean)]
    [DataRow("Code", EdmKind.String, ValueKind.String)]
    [DataRow("Цена", EdmKind.Number, ValueKind.Decimal)]
    [DataRow("Остаток", EdmKind.Integer, ValueKind.Integer)]
    [DataRow("ВидТовара", EdmKind.Enum, ValueKind.String)]
    [DataRow("ДатаПоступления", EdmKind.DateTime, ValueKind.DateTime)]
    [DataRow("Картинка", EdmKind.Stream, ValueKind.String)]
    [DataRow("Картинка_Base64Data", EdmKind.Binary, ValueKind.Binary)]
    public void Properties_have_their_kinds(string name, object kind, ValueKind value)
    {
        SampleModel.Goods.Find(name)!.Kind.Should().Be((EdmKind)kind);
        SampleModel.Goods.Find(name)!.ValueKind.Should().Be(value);
    }

    [TestMethod]
    public void A_text_beside_its_type_is_a_composite_value_and_a_media_type_is_not()
    {
        SampleModel.Order.Find("Основание")!.IsComposite.Should().BeTrue();
        SampleModel.Order.Find("Основание_Type")!.IsTypeTag.Should().BeTrue();
        SampleModel.Goods.Find("Картинка_Type")!.IsTypeTag.Should().BeFalse();
    }

    [TestMethod]
    public void A_tabular_part_names_the_type_of_its_rows()
    {
        var rows = SampleModel.Order.Find("Товары")!;

        rows.Kind.Should().Be(EdmKind.Rows);
        SampleModel.Model.Type(rows.TypeName)!.Find("Количество")!.Kind.Should().Be(EdmKind.Number);
    }

    [TestMethod]
    public void References_lead_to_their_entities_through_associations_further_down()
    {
        SampleModel.Goods.FindNavigation("Поставщик")!.Target.Should().Be("Catalog_Контрагенты");
    }

    [TestMethod]
    public void A_virtual_table_names_the_type_of_its_rows()
    {
        SampleModel.Model.RowOf("AccumulationRegister_ТоварыНаСкладах", "Balance")!.Find("КоличествоBalance")!.Kind.Should().Be(EdmKind.Number);
        SampleModel.Model.RowOf("AccumulationRegister_ТоварыНаСкладах", "Turnovers").Should().BeNull();
    }

    [TestMethod]
    public async Task A_document_type_definition_is_refused()
    {
        var read = () => SampleModel.ReadAsync("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>""");

        await read.Should().ThrowAsync<XmlException>();
    }

    [TestMethod]
    public async Task A_base_that_publishes_nothing_has_no_entities()
    {
        var model = await SampleModel.ReadAsync("""<edmx:Edmx xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices/></edmx:Edmx>""");

        model.Entities.Should().BeEmpty();
    }
}
