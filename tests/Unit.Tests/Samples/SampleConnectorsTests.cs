using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using DemoErp;
using Samples;
using Samples.Stock;

namespace Unit.Tests.Samples;

[TestClass]
public sealed class SampleConnectorsTests
{
    [TestMethod]
    public async Task Hello_greets_by_name()
    {
        var result = await new HelloConnector().InvokeAsync(new("Hello", "", "Greet", [new("name", "Анна")]), CancellationToken.None);

        result.Value.Should().BeOfType<ConnectorRecord>().Which["text"].Should().Be("Hello, Анна!");
    }

    [TestMethod]
    public async Task Hello_answers_to_cyrillic_names_with_spaces()
    {
        var result = await new HelloConnector().InvokeAsync(new("Hello", "справка", "КОТОРЫЙ ЧАС", [new("сдвиг в часах", "3")]), CancellationToken.None);

        result.Value.Should().BeOfType<DateTimeOffset>().Which.Offset.Should().Be(TimeSpan.FromHours(3));
    }

    [TestMethod]
    public void Hello_has_at_most_25_lines() =>
        File.ReadLines(Path.Combine(SamplesFolder, "HelloConnector", "HelloConnector.cs")).Count().Should().BeLessThanOrEqualTo(25);

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public async Task Stock_reads_items_rests_and_prices_and_moves(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        await using var app = DemoErpApp.Build("http://127.0.0.1:0");
        await app.StartAsync();
        using var stock = new StockConnector(new StockSettings { BaseAddress = DemoErpApp.AddressOf(app) });

        var item = (ConnectorRecord)(await CallAsync(stock, "ITEM", "4600000000031"))!;
        var rest = (ConnectorTable)(await CallAsync(stock, "Остаток", "00003", "03"))!;
        var prices = (ConnectorTable)(await CallAsync(stock, "Prices", "00003"))!;
        var moved = (ConnectorRecord)(await CallAsync(stock, "Move", "00003", 0.250m, "03", "02"))!;

        item["name"].Should().Be("Сыр «Российский», весовой");
        rest.Rows.Should().ContainSingle().Which[3].Should().Be(12.500m);
        prices.Rows.Should().HaveCount(2);
        moved["number"].Should().Be(1L);
    }

    [TestMethod]
    public async Task Stock_passes_the_refusal_on()
    {
        await using var app = DemoErpApp.Build("http://127.0.0.1:0");
        await app.StartAsync();
        using var stock = new StockConnector(new StockSettings { BaseAddress = DemoErpApp.AddressOf(app) });

        var call = () => CallAsync(stock, "Rest", "999");

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Rejected, Message = "Товар «999» не найден", InDoubt = false });
    }

    [TestMethod]
    public async Task Stock_tells_a_dead_system_from_a_doubtful_change()
    {
        using var stock = new StockConnector(new StockSettings { BaseAddress = new Uri("http://127.0.0.1:1") });

        var call = () => CallAsync(stock, "Move", "00003", 1m, "03", "02");

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Target = "127.0.0.1:1", InDoubt = false, Retryable = true });
    }

    [TestMethod]
    public void Only_reads_are_marked_safe()
    {
        using var stock = new StockConnector(new StockSettings());

        stock.Methods.Where(method => method.Safety == MethodSafety.Unsafe).Select(method => method.MethodName).Should().Equal("Move");
    }

    private static string SamplesFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Connectors.sln"))) folder = folder.Parent!;
            return Path.Combine(folder.FullName, "samples");
        }
    }

    private static async Task<object?> CallAsync(StockConnector stock, string method, params object[] values)
    {
        var result = await stock.InvokeAsync(new("Stock", "", method, [.. values.Select(value => new InvokeArg("", value))]), CancellationToken.None);
        return result.Value;
    }
}
