using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class CheckForSaleTests
{
    [TestMethod]
    public async Task A_code_in_circulation_is_sold_with_the_receipts_attributes()
    {
        await using var rig = await SaleRig.StartAsync();

        var result = await rig.CheckAsync(rig.Code());

        SaleRig.Of(result).Should().Be(("Sell", "OK"));
        var code = SaleRig.First(result);
        var receipt = (ConnectorRecord)code["receipt"]!;
        (receipt["1262"], receipt["1263"], receipt["1264"]).Should().Be(("030", "21.11.2023", "1944"));
        receipt["1265"].Should().Be($"UUID={code["reqId"]}&Time={code["reqTimestamp"]}");
        (code["provider"], code["offline"]).Should().Be(("Cdn", false));
        (code["text"], code["textRu"]).Should().Be(("Sell", "Можно продать"));
    }

    [TestMethod]
    [DataRow("RETIRED", "ALREADY_SOLD")]
    [DataRow("EMITTED", "NOT_APPLIED")]
    [DataRow("APPLIED", "NOT_IN_CIRCULATION")]
    public async Task A_code_out_of_circulation_is_not_sold(string status, string reason)
    {
        await using var rig = await SaleRig.StartAsync();

        var result = await rig.CheckAsync(rig.Code(status));

        SaleRig.Of(result).Should().Be(("DoNotSell", reason));
        SaleRig.First(result)["receipt"].Should().BeNull();
    }

    public static IEnumerable<object[]> Changes =>
    [
        ["BLOCKED", (MarkedCode code) => code with { BlockedBy = ["RAR"] }],
        ["BAD_CODE", (MarkedCode code) => code with { BadSignature = true }],
        ["BAD_CODE", (MarkedCode code) => code with { CheckError = 7 }],
        ["NOT_FOUND", (MarkedCode code) => code with { CheckError = 10 }],
        ["EXPIRED", (MarkedCode code) => code with { Expires = DateTimeOffset.UnixEpoch }],
        ["GRAY_ZONE", (MarkedCode code) => code with { GrayZone = true }],
    ];

    [TestMethod]
    [DynamicData(nameof(Changes))]
    public async Task What_the_system_says_against_a_code_is_told(string reason, Func<MarkedCode, MarkedCode> change)
    {
        await using var rig = await SaleRig.StartAsync();

        SaleRig.Of(await rig.CheckAsync(rig.Code(change: change))).Should().Be(("DoNotSell", reason));
    }

    [TestMethod]
    public async Task One_bad_code_does_not_spoil_the_others()
    {
        await using var rig = await SaleRig.StartAsync();
        var (good, sold) = (rig.Code(), rig.Code("RETIRED"));

        var result = await rig.CallAsync("CheckForSale", ("codes", new List<object?> { good.Full, "nonsense", sold.Full, "0104600001000113215x<K9z\u001d93zZ0=", good.Full, "4600001000106" }));

        Rows(result).Select(row => row["reason"]).Should().Equal("OK", "BAD_CODE", "ALREADY_SOLD", "NOT_FOUND", "OK", "BAD_CODE");
        result["verdict"].Should().Be("DoNotSell");
        Rows(result)[5]["textRu"].Should().Be("Это не код маркировки.");
        rig.System.Judge.Requests("cdn01 POST codes/check").Should().Be(1);
    }

    [TestMethod]
    [DataRow("100.00", "Sell", "OK")]
    [DataRow("120.01", "DoNotSell", "PRICE_TOO_HIGH")]
    [DataRow("79.99", "DoNotSell", "PRICE_TOO_LOW")]
    public async Task Prices_are_told_in_roubles_and_compared_in_kopecks(string price, string verdict, string reason)
    {
        await using var rig = await SaleRig.StartAsync();
        var product = rig.Znak.Milk with { Gtin = "04600001000137", MaxPrice = 12_000, MinPrice = 8_000 };
        rig.System.World.Products.Put(product);
        var code = rig.Code(product: product);
        var roubles = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture);

        SaleRig.Of(await rig.CheckAsync(code, ("price", roubles))).Should().Be((verdict, reason));
        SaleRig.Of(await rig.CallAsync("CheckForSale", ("codes", new List<object?> { new ConnectorRecord { { "code", code.Full }, { "price", price } } }))).Should().Be((verdict, reason));
    }

    [TestMethod]
    [DataRow("Return", "Sell", "OK", "Можно вернуть")]
    [DataRow("возврат", "Sell", "OK", "Можно вернуть")]
    [DataRow("Sale", "DoNotSell", "ALREADY_SOLD", "Не продавать: уже продан")]
    public async Task What_was_sold_may_be_brought_back(string operation, string verdict, string reason, string text)
    {
        await using var rig = await SaleRig.StartAsync();

        var result = await rig.CheckAsync(rig.Code("RETIRED"), ("operation", operation));

        SaleRig.Of(result).Should().Be((verdict, reason));
        result["textRu"].Should().Be(text);
    }

    [TestMethod]
    [DataRow(3, "OK")]
    [DataRow(4, "ALREADY_SOLD")]
    public async Task Goods_sold_in_parts_are_sold_until_no_part_is_left(int sold, string reason)
    {
        await using var rig = await SaleRig.StartAsync();
        var product = rig.Znak.Milk with { Gtin = "04600001000137", InnerUnitCount = 4 };
        rig.System.World.Products.Put(product);

        SaleRig.Of(await rig.CheckAsync(rig.Code("RETIRED", code => code with { SoldUnitCount = sold }, product))).Reason.Should().Be(reason);
    }

    [TestMethod]
    public async Task The_scanners_marks_are_taken_off_and_codes_go_out_complete()
    {
        await using var rig = await SaleRig.StartAsync();
        var code = rig.Code();

        var result = await rig.CallAsync("CheckForSale", ("codes", $"]d2{code.Full}\r\n"));

        SaleRig.Of(result).Should().Be(("Sell", "OK"));
        SaleRig.First(result)["cis"].Should().Be(code.Cis);
    }

    [TestMethod]
    [DataRow("store", "Kiosk", "STORE_UNKNOWN")]
    [DataRow("operation", "Gift", "SALE_ARGUMENTS")]
    [DataRow("price", -1L, "SALE_ARGUMENTS")]
    public async Task A_wrong_argument_is_told(string name, object value, string reason)
    {
        await using var rig = await SaleRig.StartAsync();

        (await rig.ErrorAsync("CheckForSale", ("codes", rig.Code().Full), (name, value))).Reason.Should().Be(reason);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(101)]
    public async Task One_to_a_hundred_codes_are_taken(int count)
    {
        await using var rig = await SaleRig.StartAsync();

        (await rig.ErrorAsync("CheckForSale", ("codes", Enumerable.Repeat<object?>(rig.Code().Full, count).ToList()))).Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }

    private static List<ConnectorRecord> Rows(ConnectorRecord result) => [.. ((IReadOnlyList<object?>)result["codes"]!).Cast<ConnectorRecord>()];
}
