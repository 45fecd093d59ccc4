using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport.Arguments;

namespace Unit.Tests.Transport.Arguments;

[TestClass]
public sealed class ParameterBinderTests
{
    private static readonly ParameterBinder Binder = new("Stock.Move",
    [
        new(new ConnectorParameterInfo("item", ValueKind.String) { Aliases = ["Товар"] }) { Check = value => value is "bad" ? new("'bad' is not an item", "'bad' — не товар") : null },
        new(new ConnectorParameterInfo("qty", ValueKind.Decimal)),
        new(new ConnectorParameterInfo("note", ValueKind.String) { Optional = true }),
        new(new ConnectorParameterInfo("pieces", ValueKind.Integer) { Optional = true }) { Default = 7L },
        new(new ConnectorParameterInfo("owner", ValueKind.String) { Optional = true }) { TakesNull = false },
    ]);

    [TestMethod]
    public void Names_aliases_and_positions_mean_the_same_parameters()
    {
        Values(Bind(("ТОВАР", "A"), ("QTY", 2L))).Should().Equal("A", 2m, null, 7L, null);
        Values(Bind(("", "A"), ("", "2.50"), ("", null), ("", 3L))).Should().Equal("A", 2.50m, null, 3L, null);
        Values(Bind(("", "A"), ("qty", 1m), ("owner", "x"))).Should().Equal("A", 1m, null, 7L, "x");
    }

    [TestMethod]
    public void An_argument_left_out_is_told_from_one_given_as_null()
    {
        var left = Bind(("item", "A"), ("qty", 1m));
        var given = Bind(("item", "A"), ("qty", 1m), ("note", null), ("pieces", null));

        (left.TryGet("note", out _), given.TryGet("note", out var note), note).Should().Be((false, true, null));
        (left.IsGiven(3), left[3], given.IsGiven(3), given[3]).Should().Be((true, 7L, true, null));
        (left.Has("note"), given.Has("note"), given.Has("товар"), given.TextOf("qty")).Should().Be((false, false, true, "1"));
    }

    [TestMethod]
    public void Every_offender_is_named_in_both_languages()
    {
        var bind = () => Bind(("item", "bad"), ("qty", "x"), ("склад", 1L), ("qty", 2m), ("owner", null), ("", 1L), ("", 2L));

        var error = bind.Should().Throw<ConnectorException>().Which.Error;

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Offenders.Should().Equal("item: 'bad' is not an item", "qty: 'x' is not a number", "склад: unknown", "qty: given twice", "owner: missing", "argument 6: unknown", "argument 7: unknown");
        error.Detail.Should().Be("Wrong arguments of Stock.Move: item: 'bad' is not an item; qty: 'x' is not a number; склад: unknown; qty: given twice; owner: missing; argument 6: unknown; argument 7: unknown. Known: item, qty, note, pieces, owner.");
        error.MessageRu.Should().StartWith("Неверные аргументы Stock.Move: item: 'bad' — не товар; qty: 'x' — не число; склад: неизвестен; qty: передан дважды; owner: не передан");
    }

    [TestMethod]
    public void What_is_required_is_missed()
    {
        var bind = () => Bind(("qty", null));

        bind.Should().Throw<ConnectorException>().Which.Error.Offenders.Should().Equal("qty: missing", "item: missing");
    }

    [TestMethod]
    public void A_list_of_records_is_a_table()
    {
        var binder = new ParameterBinder("M", [new(new ConnectorParameterInfo("rows", ValueKind.Table))]);
        List<object?> rows = [new ConnectorRecord { { "k", 1L } }];

        var table = binder.Bind(new InvokeArgs("Erp", "", "M", [new("rows", rows)]))[0];

        table.Should().BeOfType<ConnectorTable>().Which.Columns.Should().Equal(new TableColumn("k", ValueKind.Integer));
    }

    private static BoundArguments Bind(params (string Name, object? Value)[] arguments) =>
        Binder.Bind(new InvokeArgs("Erp", "Stock", "Move", [.. arguments.Select(argument => new InvokeArg(argument.Name, argument.Value))]));

    private static List<object?> Values(BoundArguments arguments) => [.. Enumerable.Range(0, arguments.Count).Select(at => arguments[at])];
}
