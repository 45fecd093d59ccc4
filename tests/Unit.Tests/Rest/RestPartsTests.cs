using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Rest;
using Connectors.Transport.Arguments;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestPartsTests
{
    private static readonly ConnectorMethodInfo Move = new("Stock", "Move");

    [TestMethod]
    [DataRow("409", 409, true)]
    [DataRow("409", 408, false)]
    [DataRow("4xx", 499, true)]
    [DataRow("4XX", 500, false)]
    [DataRow("500-504", 504, true)]
    [DataRow("404, 5xx", 599, true)]
    [DataRow("404, 5xx", 405, false)]
    public void A_range_of_statuses_has_its_statuses(string text, int status, bool expected) =>
        StatusRange.Parse(text)!.Exists(range => range.Has(status)).Should().Be(expected);

    [TestMethod]
    [DataRow("600")]
    [DataRow("0xx")]
    [DataRow("504-500")]
    [DataRow("-404")]
    [DataRow("teapot")]
    public void A_range_that_is_none_is_refused(string text) => StatusRange.Parse(text).Should().BeNull();

    [TestMethod]
    public void The_key_of_a_call_is_the_same_for_the_same_call_only()
    {
        var call = Call("key-1", "TSD-1", "Erp", "1");

        CallKeys.Of(call, Move).Should().Be(CallKeys.Of(Call("key-1", "TSD-1", "ERP", "1"), Move));
        string?[] others =
        [
            CallKeys.Of(Call("key-2", "TSD-1", "Erp", "1"), Move), CallKeys.Of(Call("key-1", "TSD-2", "Erp", "1"), Move), CallKeys.Of(Call("key-1", "TSD-1", "Erp2", "1"), Move),
            CallKeys.Of(Call("key-1", "TSD-1", "Erp", "2"), Move), CallKeys.Of(call, new ConnectorMethodInfo("Stock", "Remove")), CallKeys.Of(Call("key-1TSD-1", "", "Erp", "1"), Move),
        ];
        others.Should().OnlyHaveUniqueItems().And.NotContain(CallKeys.Of(call, Move));
        CallKeys.Of(Call("key-1", "TSD-1", "Erp", null), Move).Should().BeNull();
    }

    [TestMethod]
    [DataRow("yyyyMMdd", ValueKind.DateTime, true)]
    [DataRow("unix", ValueKind.DateTime, false)]
    [DataRow("unixMs", ValueKind.DateTimeOffset, true)]
    [DataRow("0.00", ValueKind.Integer, true)]
    [DataRow("Q", ValueKind.Decimal, false)]
    [DataRow("yes|no", ValueKind.Boolean, true)]
    [DataRow("yes", ValueKind.Boolean, false)]
    [DataRow("x", ValueKind.String, false)]
    [DataRow("yyyyMMdd", ValueKind.Record, false)]
    public void A_format_fits_its_kinds(string pattern, ValueKind kind, bool expected) => (ValueFormat.Parse(pattern, kind) is not null).Should().Be(expected);

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    public void Culture_changes_no_format(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        ValueFormat.Parse("dd/MM/yyyy", ValueKind.DateTime)!.Text(new DateTime(2026, 5, 31)).Should().Be("31/05/2026");
        ValueFormat.Parse("0.000", ValueKind.Decimal)!.Text(-2.5m).Should().Be("-2.500");
        ValueFormat.Parse("unix", ValueKind.DateTimeOffset)!.Text(DateTimeOffset.UnixEpoch.AddMinutes(-1)).Should().Be("-60");
    }

    private static InvokeArgs Call(string key, string device, string connector, string? id) =>
        new(connector, "Stock", "Move") { RequestId = id, Caller = new InvokeCaller(CallOrigin.Device) { ApiKeyId = key, DeviceId = device } };
}
