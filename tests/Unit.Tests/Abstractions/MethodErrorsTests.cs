using Cleverence.Connectivity;

namespace Unit.Tests.Abstractions;

/// <summary>What somebody hears who misspelt a method.</summary>
[TestClass]
public sealed class MethodErrorsTests
{
    private static readonly IReadOnlyList<ConnectorMethodInfo> Known =
    [
        new("", "Ping"), new("EgaisExchange", "PrepareForTransfer") { Aliases = ["ПодготовитьКПередаче"] }, new("EgaisMarks", "Scan"), new("Catalog", ConnectorMethodInfo.AnyName),
    ];

    [TestMethod]
    [DataRow("", "Pign", "Ping")]
    [DataRow("", "ping", "Ping")]
    [DataRow("EgaisExchange", "PrepareForTranfer", "EgaisExchange.PrepareForTransfer")]
    [DataRow("EgaisExchange", "ПодготовитьКПередачи", "EgaisExchange.ПодготовитьКПередаче")]
    [DataRow("", "Scan", "EgaisMarks.Scan")]
    [DataRow("EgaisExchange", "scan", "EgaisMarks.Scan")]
    public void What_was_probably_meant_stands_before_the_list(string className, string asked, string expected)
    {
        var error = MethodErrors.NotFound("A", className, asked, Known).Error;

        error.Message.Should().Contain($"'. Did you mean '{expected}'? It has: Ping, EgaisExchange.PrepareForTransfer, EgaisMarks.Scan");
        error.MessageRu.Should().Contain($"». Возможно, нужен «{expected}». Есть: Ping");
    }

    [TestMethod]
    [DataRow("Substract")]
    [DataRow("*")]
    [DataRow("Catalo")]
    public void What_is_near_to_nothing_is_told_without_a_guess(string asked) =>
        MethodErrors.NotFound("A", "", asked, Known).Error.Message.Should().StartWith($"Connector 'A' has no method '{asked}'. It has: Ping");

    [TestMethod]
    public void Name_too_long_to_be_compared_is_told_without_a_guess() =>
        MethodErrors.NotFound("A", "", new string('P', 100_000), Known).Error.Detail.Should().NotContain("Did you mean");
}
