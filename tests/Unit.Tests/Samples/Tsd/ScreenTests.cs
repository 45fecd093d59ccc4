using Cleverence.Connectivity;
using TsdClient;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class ScreenTests
{
    private static readonly Words Ru = Words.Of("ru");

    [TestMethod]
    public void The_screen_is_30_columns_by_20_rows_whatever_is_on_it()
    {
        var screen = Screen.Draw("Очень длинное название действия на экране", [new string('Щ', 90), "a\tb\u0007", "日本語", "е\u0308ж"], "низ");

        var lines = screen.Split('\n');
        lines.Should().HaveCount(20).And.OnlyContain(line => TextCells.Width(line) == 30);
        lines[0].Should().Be("┌────────────────────────────┐");
        lines[1].Should().Be("│Очень длинное название дейс…│");
        lines[4].Should().Be("│a b                         │");
        lines[18].Should().StartWith("│низ ");
    }

    [TestMethod]
    public void Long_text_is_wrapped_at_words_and_a_long_word_is_broken() =>
        TextCells.Wrap("Масло подсолнечное рафинированное\n12345678901234567890", 14).Should().Equal("Масло", "подсолнечное", "рафинированное", "12345678901234", "567890");

    [TestMethod]
    [DataRow("ru", "", "Не продавать: код не нанесён", "")]
    [DataRow("en", "", "Do not sell: code was not", "applied", "")]
    public void A_record_that_says_itself_what_to_read_is_shown_by_its_sentence(string language, params string[] lines)
    {
        var code = new ConnectorRecord { ["cis"] = "0104", ["text"] = "one", ["textRu"] = "один" };
        var record = new ConnectorRecord { ["verdict"] = "DoNotSell", ["text"] = "Do not sell: code was not applied", ["textRu"] = "Не продавать: код не нанесён", ["codes"] = new List<object?> { code } };

        ValueLines.Of(record, Words.Of(language)).Should().Equal(lines);
    }

    [TestMethod]
    public void Several_codes_are_told_one_by_one()
    {
        var codes = new List<object?> { new ConnectorRecord { ["textRu"] = "Можно продать" }, new ConnectorRecord { ["textRu"] = "Не продавать: уже продан" } };
        var record = new ConnectorRecord { ["textRu"] = "Не продавать: уже продан", ["failures"] = new List<object?>(), ["codes"] = codes };

        ValueLines.Of(record, Ru).Should().Equal("", "Не продавать: уже продан", "", "1. Можно продать", "2. Не продавать: уже продан");
    }

    [TestMethod]
    public void A_table_shows_its_columns_and_aligns_numbers()
    {
        var table = new ConnectorTable([new("Склад", ValueKind.String), new("Остаток", ValueKind.Decimal)], [["Основной", 12.500m], ["Витрина", null]]);

        ValueLines.Of(table, Ru).Should().Equal(
            "Склад   │Остаток",
            "────────┼───────",
            "Основной│ 12.500",
            "Витрина │       ");
    }

    [TestMethod]
    public void A_wide_table_squeezes_text_and_keeps_numbers_whole()
    {
        var table = new ConnectorTable([new("name", ValueKind.String), new("qty", ValueKind.Decimal), new("price", ValueKind.Decimal)], [["Масло подсолнечное рафинированное", 123456.500m, 134.00m]]);

        var lines = ValueLines.Of(table, Ru);

        lines[2].Should().Be("Масло под…│123456.500│134.00");
        lines.Should().OnlyContain(line => TextCells.Width(line) == 28);
    }

    [TestMethod]
    public void A_table_too_wide_to_squeeze_says_how_many_columns_are_hidden()
    {
        var columns = Enumerable.Range(1, 9).Select(number => new TableColumn($"c{number}", ValueKind.String)).ToList();
        var table = new ConnectorTable(columns, [columns.Select(column => (object?)"значение").ToArray()]);

        var lines = ValueLines.Of(table, Ru);

        lines[^1].Should().Be("ещё столбцов: 4");
        lines[2].Should().Be("зна…│зна…│зна…│зна…│зна…");
    }

    [TestMethod]
    public void A_long_table_is_scrolled_and_tells_what_is_left()
    {
        var table = new ConnectorTable([new("n", ValueKind.Integer)], [.. Enumerable.Range(0, 40).Select(number => new object?[] { (long)number })]);

        ValueLines.Of(table, Ru).Should().HaveCountLessThanOrEqualTo(Screen.BodyRows).And.EndWith("ещё строк: 30");
        ValueLines.Of(table, Ru, firstRow: 35).Skip(2).Select(line => line.Trim()).Should().Equal("35", "36", "37", "38", "39");
    }

    [TestMethod]
    public void An_empty_table_and_nothing_say_so()
    {
        ValueLines.Of(new ConnectorTable([new("n", ValueKind.Integer)], []), Ru).Should().Equal("Пусто");
        ValueLines.Of(null, Words.Of("en")).Should().Equal("Empty");
    }

    [TestMethod]
    public void A_record_is_shown_by_its_names() =>
        ValueLines.Of(new ConnectorRecord { { "Цена", 89.90m }, { "Коды", new List<object?> { 1L, "b" } } }, Ru).Should().Equal("Цена: 89.90", "Коды: 1, b");
}
