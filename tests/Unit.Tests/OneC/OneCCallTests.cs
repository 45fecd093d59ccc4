using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.OneC;

namespace Unit.Tests.OneC;

/// <summary>The id by which 1C recognises a repeat, and addresses.</summary>
[TestClass]
public sealed class OneCCallTests
{
    private static readonly InvokeArgs Args = new("1C", "Обмен", "Начать") { RequestId = "1", Caller = new InvokeCaller(CallOrigin.Device) { ApiKeyId = "k1", DeviceId = "ТСД-1" } };

    private static IEnumerable<object[]> Others =>
    [
        [new InvokeArgs("1C", "Обмен", "Начать") { RequestId = "2", Caller = Args.Caller }],
        [new InvokeArgs("1C", "Обмен", "Кончить") { RequestId = "1", Caller = Args.Caller }],
        [new InvokeArgs("1C2", "Обмен", "Начать") { RequestId = "1", Caller = Args.Caller }],
        [new InvokeArgs("1C", "Обмен", "Начать") { RequestId = "1", Caller = Args.Caller with { DeviceId = "ТСД-2" } }],
        [new InvokeArgs("1C", "Обмен", "Начать") { RequestId = "1", Caller = Args.Caller with { ApiKeyId = "k2" } }],
        [new InvokeArgs("1C", "Обмен", "Начать") { Caller = Args.Caller }],
    ];

    [TestMethod]
    public void Repeat_of_a_call_has_the_same_id() => Id(Args).Should().Be(Id(Args)).And.MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");

    [TestMethod]
    [DynamicData(nameof(Others))]
    public void Another_call_or_another_handheld_has_another_id(InvokeArgs other) => Id(other).Should().NotBe(Id(Args));

    [TestMethod]
    public void Call_without_a_request_id_never_shares_one()
    {
        var args = new InvokeArgs("1C", "", "Начать");

        Id(args).Should().NotBe(Id(args));
    }

    [TestMethod]
    [DataRow("hs/conn", "v1", "Получить остатки/А", "hs/conn/v1/%D0%9F%D0%BE%D0%BB%D1%83%D1%87%D0%B8%D1%82%D1%8C%20%D0%BE%D1%81%D1%82%D0%B0%D1%82%D0%BA%D0%B8%2F%D0%90")]
    [DataRow("hs/Conn", "v1", "GetRemains", "hs/Conn/v1/GetRemains")]
    public void Names_are_escaped_as_UTF8_and_keep_their_case(string root, string version, string name, string address) => OneCAddress.Below(root, version, name).Should().Be(address);

    [TestMethod]
    public void Dollar_of_query_options_is_not_escaped_twice() =>
        OneCAddress.WithQuery("odata/standard.odata/X", [new("$filter", "Код eq 'А'"), new("нет", null), new("Имя", "a&b")])
            .Should().Be("odata/standard.odata/X?$filter=%D0%9A%D0%BE%D0%B4%20eq%20%27%D0%90%27&%D0%98%D0%BC%D1%8F=a%26b");

    [TestMethod]
    [DataRow("hs/conn/v1/call/X", "hs/conn")]
    [DataRow("hs/conn/version", "hs/conn")]
    [DataRow("ws/Gate?wsdl", "ws/Gate")]
    [DataRow("ws/gate.1cws", "ws/gate.1cws")]
    [DataRow("odata/standard.odata/Catalog_X?$top=1", "odata/standard.odata")]
    public void Service_of_an_address_is_its_first_two_segments(string address, string area) => OneCAddress.AreaOf(address).Should().Be(area);

    [TestMethod]
    [DataRow("Cleverence.Warehouse.RowCollection, Cleverence.MobileSMARTS", "Table")]
    [DataRow("Cleverence.Warehouse.RowCollection", "Table")]
    [DataRow("System.Decimal, mscorlib", "Number")]
    [DataRow("System.Int32", "Integer")]
    [DataRow("System.String", "String")]
    [DataRow("Boolean", "Boolean")]
    [DataRow("System.DateTime", "Date")]
    [DataRow("Cleverence.Connectivity.UEObject, Cleverence.Connectivity", "Record")]
    [DataRow("ТаблицаЗначений", "Table")]
    [DataRow("Cleverence.Warehouse.PackedProduct", "Any")]
    [DataRow("", "Any")]
    [DataRow(null, "Any")]
    public void Hint_of_the_result_type_is_read_up_to_the_comma(string? hint, string type) => OneCFunctionNames.TypeOf(hint).ToString().Should().Be(type);

    [TestMethod]
    [DataRow(MethodSafety.Unsafe)]
    [DataRow(MethodSafety.Safe)]
    public void Call_that_nobody_declared_keyed_has_a_new_id_each_time(MethodSafety safety)
    {
        var call = new OneCCall(Args, TimeProvider.System);

        call.OperationIdOf(safety).Should().Be(call.OperationIdOf(safety)).And.NotBe(new OneCCall(Args, TimeProvider.System).OperationIdOf(safety)).And.NotBe(Id(Args));
    }

    private static string Id(InvokeArgs args) => new OneCCall(args, TimeProvider.System).OperationIdOf(MethodSafety.Keyed);
}
