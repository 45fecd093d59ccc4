using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Operations;

[TestClass]
public sealed class ServerOperationsTests
{
    private static async Task<InvokeResult> RunAsync(PluginHome home, string name, params InvokeArg[] args)
    {
        home.Operations.TryTake(name, out var lease).Should().BeTrue($"there is an operation {name}");
        using (lease)
        {
            return await lease!.InvokeAsync(new InvokeArgs(ConnectorCall.ServerOperations, "", name, args), CancellationToken.None);
        }
    }

    [TestMethod]
    public async Task Operations_are_found_with_their_locks_and_unusable_ones_are_noted()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();

        home.Operations.List.ToDictionary(info => info.Name, info => info.Lock).Should().BeEquivalentTo(new Dictionary<string, ServerOperationLock>
        {
            ["Пересчитать остатки"] = ServerOperationLock.Operation, ["Sum"] = ServerOperationLock.AllOperations, ["Who calls"] = ServerOperationLock.No,
            ["Thread name"] = ServerOperationLock.No, ["Quietly"] = ServerOperationLock.No, ["Fails"] = ServerOperationLock.No, ["Broken"] = ServerOperationLock.No, ["Of the class"] = ServerOperationLock.No,
        });
        home.Plugin("Operations").Notes.Select(note => note.En).Should().Contain(note => note.Contains("'Nobody awaits'", StringComparison.Ordinal) && note.Contains("async void", StringComparison.Ordinal))
            .And.Contain(note => note.Contains("'Of an instance'", StringComparison.Ordinal) && note.Contains("make the method static", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task One_instance_of_a_class_serves_all_runs_and_case_of_the_name_does_not_matter()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();

        var first = await RunAsync(home, "Пересчитать остатки");
        var second = await RunAsync(home, "ПЕРЕСЧИТАТЬ ОСТАТКИ");

        (first.Value, second.Value).Should().Be((1L, 2L));
    }

    [TestMethod]
    public async Task Arguments_are_bound_like_those_of_connector_methods()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();

        var sum = await RunAsync(home, "Sum", new InvokeArg("A", 1.5m));
        var caller = await RunAsync(home, "Who calls");
        var wrong = () => RunAsync(home, "Sum", new InvokeArg("c", 1L));

        sum.Value.Should().Be(11.5m);
        caller.Value.Should().Be("Connector");
        (await wrong.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().BeEquivalentTo("a: missing", "c: unknown");
    }

    [TestMethod]
    public async Task A_blocking_operation_runs_on_a_thread_of_its_own()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();

        (await RunAsync(home, "Thread name")).Value.Should().Be("operation Thread name");
        (await RunAsync(home, "Quietly")).IsOk.Should().BeTrue();
    }

    [TestMethod]
    public async Task What_an_operation_or_its_constructor_throws_leaves_as_it_is()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();

        var failing = () => RunAsync(home, "Fails");
        var broken = () => RunAsync(home, "Broken");

        (await failing.Should().ThrowAsync<InvalidOperationException>()).WithMessage("The operation failed.");
        (await broken.Should().ThrowAsync<InvalidOperationException>()).WithMessage("BrokenOperations cannot be built.");
    }

    [TestMethod]
    public async Task The_first_plugin_by_folder_name_owns_an_operation_and_the_other_is_noted()
    {
        await using var home = await new PluginHome().Place("Duplicate").Place("Кириллица").StartAsync();

        (await RunAsync(home, "закрыть смену")).Value.Should().Be("closed by Duplicate");
        home.Plugin("Кириллица").Notes.Should().Contain(note => note.En.Contains("'Закрыть смену' is already provided by plugin 'Duplicate'", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_lease_holds_its_generation_until_it_is_disposed()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();
        home.Operations.TryTake("Sum", out var lease).Should().BeTrue();

        await File.WriteAllTextAsync(Path.Combine(home.Plugins, "Operations", "changed.txt"), "");
        await Eventually.BeTrueAsync(() => home.Plugin("Operations").Generation == 2, "generation 2 serves");
        var retained = home.Plugin("Operations").Retained;
        var result = await lease!.InvokeAsync(new InvokeArgs(ConnectorCall.ServerOperations, "", "Sum", [new InvokeArg("a", 1L)]), CancellationToken.None);
        lease.Dispose();

        result.Value.Should().Be(11m);
        retained.Should().ContainSingle().Which.HeldBy.Should().Equal("operation Sum");
        await Eventually.BeTrueAsync(() => home.Plugin("Operations").Retained.Count == 0, "the old generation goes");
        home.Log.All.Should().Contain(line => line.Contains("Operations disposed", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task An_operation_of_a_removed_plugin_is_gone()
    {
        await using var home = await new PluginHome().Place("Operations").StartAsync();

        Directory.Delete(Path.Combine(home.Plugins, "Operations"), recursive: true);

        await Eventually.BeTrueAsync(() => home.Operations.List.Count == 0, "no operation is left");
        home.Operations.TryTake("Sum", out _).Should().BeFalse();
    }
}
