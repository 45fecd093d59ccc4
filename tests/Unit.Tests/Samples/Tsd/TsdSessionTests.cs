using System.Globalization;
using Cleverence.Connectivity;
using TsdClient;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class TsdSessionTests
{
    private readonly TsdSession session = new();

    public TsdSessionTests()
    {
        session["Количество"] = 1.50m;
        session["Result"] = new ConnectorTable([new("Склад", ValueKind.String), new("qty", ValueKind.Decimal)], [["Основной", 12.500m], ["Витрина", 3m]]);
        session["doc"] = new ConnectorRecord { { "lines", new List<object?> { "a", 7L } } };
    }

    [TestMethod]
    public void One_expression_alone_keeps_its_type_and_case_does_not_matter() =>
        session.Evaluate("{ количество }").Should().Be(1.50m);

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void Expressions_amid_text_become_text_of_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        session.Evaluate("{Количество} шт, {RESULT.COUNT} склада").Should().Be("1.50 шт, 2 склада");
    }

    [TestMethod]
    public void Text_without_an_expression_is_itself() => session.Evaluate("просто {текст").Should().Be("просто {текст");

    [TestMethod]
    [DataRow("{Result.Count}", 2L)]
    [DataRow("{Result[0].склад}", "Основной")]
    [DataRow("{doc.lines[1]}", 7L)]
    [DataRow("{doc.lines.Count}", 2L)]
    public void Rows_and_fields_are_reached(string expression, object expected) =>
        session.Evaluate(expression).Should().Be(expected);

    [TestMethod]
    [DataRow("{Reslt}", "has no variable 'Reslt'. It has: Количество, Result, doc")]
    [DataRow("{Result[2].qty}", "no '[2]'")]
    [DataRow("{doc.none}", "no 'none'")]
    public void What_is_not_there_is_named(string expression, string message)
    {
        var evaluating = () => session.Evaluate(expression);

        evaluating.Should().Throw<TsdMistakeException>().WithMessage($"*{message}*");
    }
}
