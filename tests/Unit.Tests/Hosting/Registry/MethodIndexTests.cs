using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Registry;

/// <summary>Names nobody listed, where a class takes any.</summary>
[TestClass]
public sealed class MethodIndexTests
{
    [TestMethod]
    [DataRow("", "Остатки", "Остатки", "", "Остатки")]
    [DataRow("", "Чужая", "*", "", "Чужая")]
    [DataRow("", "Обмен.Начать", "Начать", "Обмен", "Начать")]
    [DataRow("", "Обмен.Другое", "*", "", "Обмен.Другое")]
    [DataRow("", "Шлюз.Операция", "*", "Шлюз", "Операция")]
    [DataRow("Шлюз", "Операция", "*", "Шлюз", "Операция")]
    [DataRow("Обмен", "Другое", null, "Обмен", "Другое")]
    public void A_class_that_lists_the_star_takes_any_name(string className, string methodName, string? found, string calledClass, string calledMethod)
    {
        var index = new MethodIndex(new Listed(new("", "Остатки"), new("", ConnectorMethodInfo.AnyName), new("Обмен", "Начать"), new("Шлюз", ConnectorMethodInfo.AnyName)));

        var entry = index.Find(ref className, ref methodName, "1C");

        entry?.Info.MethodName.Should().Be(found);
        (className, methodName).Should().Be((calledClass, calledMethod));
    }

    [TestMethod]
    [DataRow("", "Чужая")]
    [DataRow("", "Обмен.Другое")]
    [DataRow("Обмен", "Другое")]
    public void Without_the_star_a_name_nobody_listed_is_not_found(string className, string methodName) =>
        new MethodIndex(new Listed(new("", "Остатки"), new("Обмен", "Начать"))).Find(ref className, ref methodName, "1C").Should().BeNull();

    [TestMethod]
    [DataRow("", "Чужая", "", "Чужая")]
    [DataRow("", "Порт.Операция", "Порт", "Операция")]
    [DataRow("Порт", "Операция", "Порт", "Операция")]
    public void The_star_as_class_and_name_takes_any_class(string className, string methodName, string calledClass, string calledMethod)
    {
        var index = new MethodIndex(new Listed(new("", "Остатки"), new(ConnectorMethodInfo.AnyName, ConnectorMethodInfo.AnyName)));

        var entry = index.Find(ref className, ref methodName, "1C");

        entry?.Info.MethodName.Should().Be(ConnectorMethodInfo.AnyName);
        (className, methodName).Should().Be((calledClass, calledMethod));
    }

    private sealed class Listed(params ConnectorMethodInfo[] methods) : IConnectorMethods
    {
        public IReadOnlyList<ConnectorMethodInfo> Methods { get; } = methods;
    }
}
