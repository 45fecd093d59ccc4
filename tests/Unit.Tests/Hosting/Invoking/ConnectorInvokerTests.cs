using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class ConnectorInvokerTests
{
    private readonly InvokerRig rig = new();

    [TestMethod]
    public async Task Call_returns_the_value()
    {
        rig.Add(Probe.Returning(42L));
        (await rig.CallAsync()).Value.Should().Be(42L);
    }

    [TestMethod]
    public async Task Id_and_method_are_found_ignoring_case()
    {
        rig.Add(Probe.Returning(1L));
        (await rig.CallAsync("dO", id: "tEST")).IsOk.Should().BeTrue();
    }

    [TestMethod]
    public async Task Unknown_connector_is_named()
    {
        var result = await rig.CallAsync(id: "Нет такого");
        result.Error!.Code.Should().Be(ConnectorErrorCode.ConnectorNotFound);
        result.Error.Message.Should().Contain("Нет такого");
    }

    [TestMethod]
    public async Task Disabled_connector_is_refused()
    {
        rig.AddStarting(options => options with { Enabled = false });
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.ConnectorDisabled);
    }

    [TestMethod]
    public async Task Faulted_connector_tells_its_reason()
    {
        var fault = new ConnectorError(ConnectorErrorCode.Unavailable, "Its plugin could not be loaded.");
        rig.AddStarting().Fail(fault);
        (await rig.CallAsync()).Error.Should().Be(fault);
    }

    [TestMethod]
    public async Task Starting_connector_keeps_its_callers_waiting_until_it_serves()
    {
        var handle = rig.AddStarting();
        var call = rig.CallAsync();
        call.IsCompleted.Should().BeFalse();
        handle.Serve(new Connectors.Hosting.ConnectorInstance(Probe.Returning("ready")));
        (await call).Value.Should().Be("ready");
    }

    [TestMethod]
    public async Task Unknown_method_is_answered_with_the_known_ones()
    {
        rig.Add(Probe.Returning(null));
        var error = (await rig.CallAsync("Undo")).Error!;
        error.Code.Should().Be(ConnectorErrorCode.MethodNotFound);
        error.Message.Should().Contain("Undo").And.Contain("Склад.Остаток товара");
    }

    [TestMethod]
    public async Task Dotted_method_without_a_class_is_split_at_its_last_dot()
    {
        InvokeArgs? seen = null;
        rig.Add(new Probe((args, _) =>
        {
            seen = args;
            return new(InvokeResult.Ok());
        }));
        (await rig.CallAsync("склад.остаток товара")).IsOk.Should().BeTrue();
        (seen!.ClassName, seen.MethodName).Should().Be(("склад", "остаток товара"));
    }

    [TestMethod]
    public async Task Exception_becomes_an_error_without_type_name_or_stack()
    {
        rig.Add(new Probe((_, _) => throw new InvalidOperationException("secret inner text")));
        var error = (await rig.CallAsync()).Error!;
        error.Code.Should().Be(ConnectorErrorCode.Failed);
        error.Message.Should().NotContain("InvalidOperationException").And.NotContain("secret inner text");
        error.Detail.Should().Contain("secret inner text");
    }

    [TestMethod]
    public async Task Declared_failure_passes_as_it_is()
    {
        var declared = new ConnectorError(ConnectorErrorCode.Rejected, "No such item.") { Reason = "NO_ITEM" };
        rig.Add(new Probe((_, _) => throw new ConnectorException(declared)));
        (await rig.CallAsync()).Error.Should().Be(declared);
    }

    [TestMethod]
    public async Task Null_in_place_of_a_result_is_a_failure_and_not_a_crash()
    {
        rig.Add(new Probe((_, _) => new((InvokeResult)null!)));
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.Failed);
    }

    [TestMethod]
    public async Task List_that_contains_itself_is_refused()
    {
        var list = new List<object?>();
        list.Add(list);
        rig.Add(Probe.Returning(list));
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.InvalidResult);
    }

    [TestMethod]
    public async Task Value_of_an_unknown_type_is_refused()
    {
        rig.Add(Probe.Returning(new Version(1, 0)));
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.InvalidResult);
    }

    [TestMethod]
    public async Task Table_over_the_row_limit_is_refused_whole()
    {
        var rows = Enumerable.Repeat<object?[]>([1L], ConnectorTable.MaxRows + 1).ToList();
        rig.Add(Probe.Returning(new ConnectorTable([new TableColumn("N", ValueKind.Integer)], rows)));
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.TooLarge);
    }

    [TestMethod]
    public async Task Last_error_is_kept_on_the_connector()
    {
        var handle = rig.Add(new Probe((_, _) => throw new ConnectorException(ConnectorErrorCode.Rejected, "No.")));
        await rig.CallAsync();
        handle.Runtime.LastError!.Error.Message.Should().Be("No.");
    }
}
