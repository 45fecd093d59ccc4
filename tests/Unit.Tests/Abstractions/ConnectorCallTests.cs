using Cleverence.Connectivity;

namespace Unit.Tests.Abstractions;

[TestClass]
public sealed class ConnectorCallTests
{
    [TestMethod]
    [DataRow("Stock:GetRest", "Stock", "GetRest")]
    [DataRow(" OneC_8_Connector : МояФункция ", "OneC_8_Connector", "МояФункция")]
    [DataRow("ServerOperationConnector:Очистить хвосты: ночью", "ServerOperationConnector", "Очистить хвосты: ночью")]
    [DataRow("Egais:EgaisExchange.ВыполнитьОбмен", "Egais", "EgaisExchange.ВыполнитьОбмен")]
    public void Address_is_split_at_its_first_colon(string address, string id, string text) =>
        ConnectorCall.Parse(address).Should().Be(new ConnectorCall(id, text));

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("Stock")]
    [DataRow(":GetRest")]
    [DataRow("Stock:")]
    [DataRow(" : ")]
    public void Address_without_both_parts_is_refused(string? address) =>
        ConnectorCall.TryParse(address, out _).Should().BeFalse();

    [TestMethod]
    public void Text_is_split_at_its_last_dot()
    {
        ConnectorCall.Parse("C:Общий модуль.Склад.Остаток").TrySplit(out var className, out var methodName).Should().BeTrue();
        (className, methodName).Should().Be(("Общий модуль.Склад", "Остаток"));
    }

    [TestMethod]
    [DataRow("ServerOperationConnector:Имя с точкой.и словом")]
    [DataRow("C:Метод")]
    [DataRow("C:.Метод")]
    [DataRow("C:Класс.")]
    public void Text_that_has_no_class_is_not_split(string address) =>
        ConnectorCall.Parse(address).TrySplit(out _, out _).Should().BeFalse();
}
