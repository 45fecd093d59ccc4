using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Unit.Tests.Json;

[TestClass]
public sealed class OutcomeJsonTests
{
    [TestMethod]
    public void Error_comes_back_whole()
    {
        var error = new ConnectorError(ConnectorErrorCode.Rejected, "No.")
        {
            MessageRu = "Нет.",
            Reason = "R",
            Target = "erp:80",
            Detail = "all of it",
            Offenders = ["a: missing"],
            Retryable = true,
            InDoubt = true,
            RetryAfter = TimeSpan.FromMilliseconds(1500),
        };

        OutcomeJson.Read(OutcomeJson.Write(InvokeResult.Fail(error))).Error.Should().BeEquivalentTo(error);
    }

    [TestMethod]
    public void Value_comes_back_with_its_kinds()
    {
        var value = new ConnectorRecord { { "$type", "x" }, { "сумма", 5.00m }, { "когда", new DateTime(2026, 5, 31) }, { "n", 5L } };

        var kept = OutcomeJson.Read(OutcomeJson.Write(InvokeResult.Ok(value)));

        kept.Value.Should().BeEquivalentTo(value, options => options.WithStrictOrdering());
    }

    [TestMethod]
    public void Table_that_is_read_only_once_is_kept_as_its_absence()
    {
        var table = ConnectorTable.Stream([], AsyncEnumerable.Empty<object?[]>());

        OutcomeJson.Read(OutcomeJson.Write(InvokeResult.Ok(table))).Error!.Code.Should().Be(ConnectorErrorCode.Conflict);
    }

    [TestMethod]
    public void Nothing_comes_back_as_nothing()
    {
        OutcomeJson.Read(OutcomeJson.Write(InvokeResult.Ok())).Should().Match<InvokeResult>(result => result.IsOk && result.Value == null);
    }
}
