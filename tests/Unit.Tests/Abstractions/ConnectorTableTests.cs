using Cleverence.Connectivity;

namespace Unit.Tests.Abstractions;

[TestClass]
public sealed class ConnectorTableTests
{
    [TestMethod]
    public void Columns_of_records_are_all_names_met_with_a_kind_that_fits_all_values()
    {
        var table = ConnectorTable.FromRecords(
        [
            new ConnectorRecord { ["id"] = "a", ["qty"] = 1L, ["note"] = null },
            new ConnectorRecord { ["id"] = "b", ["qty"] = 2.5m, ["mixed"] = 1L },
            new ConnectorRecord { ["id"] = "c", ["mixed"] = "text" },
        ]);
        table.Columns.Should().Equal(new("id", ValueKind.String), new("qty", ValueKind.Decimal), new("note", ValueKind.String), new TableColumn("mixed", ValueKind.String));
        table.Rows[0].Should().Equal("a", 1m, null, null);
        table.Rows[1].Should().Equal("b", 2.5m, null, "1");
    }

    [TestMethod]
    public async Task Single_pass_table_is_read_once()
    {
        var table = ConnectorTable.Stream([new TableColumn("n", ValueKind.Integer)], Rows());
        await foreach (var row in table.ReadAsync()) row.Should().HaveCount(1);
        var again = () => table.ReadAsync();
        again.Should().Throw<InvalidOperationException>();
    }

    private static async IAsyncEnumerable<object?[]> Rows()
    {
        await Task.Yield();
        yield return [1L];
    }
}
