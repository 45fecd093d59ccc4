using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Plugins;

[TestClass]
public sealed class PluginStatusTests
{
    [TestMethod]
    public async Task A_good_plugin_is_loaded_and_shows_version_generation_and_types()
    {
        await using var home = await new PluginHome().Place("Good").StartAsync();

        home.Plugin("Good").Should().BeEquivalentTo(new { Status = PluginStatus.Loaded, Generation = 1, Version = "0.1.0.0", ConnectorTypes = new[] { "Good" }, Reason = (Sentence?)null });
    }

    [TestMethod]
    public async Task A_plugin_that_throws_at_load_is_faulted_with_what_it_threw_and_others_serve()
    {
        await using var home = await new PluginHome().Place("ThrowingAtLoad").Place("Good").Configure("""{"id":"G","type":"Good"}""").StartAsync();
        await home.ReadyAsync("G");

        var plugin = home.Plugin("ThrowingAtLoad");

        plugin.Status.Should().Be(PluginStatus.Faulted);
        plugin.Reason!.En.Should().Contain("ThrowingAtLoad refuses to load");
        plugin.Reason.Ru.Should().Contain("ошибка при загрузке");
    }

    [TestMethod]
    public async Task A_plugin_of_another_contract_is_incompatible_and_both_versions_are_named()
    {
        await using var home = await new PluginHome().Place("OldContract").StartAsync();

        home.Plugin("OldContract").Status.Should().Be(PluginStatus.Incompatible);
        home.Plugin("OldContract").Reason!.En.Should().Contain("0.9.0.0").And.Contain("1.0.0.0");
    }

    [TestMethod]
    public async Task A_plugin_that_needs_a_newer_library_of_the_host_is_incompatible_and_both_versions_are_named()
    {
        await using var home = await new PluginHome().Place("NewerExtensions").StartAsync();

        home.Plugin("NewerExtensions").Status.Should().Be(PluginStatus.Incompatible);
        home.Plugin("NewerExtensions").Reason!.En.Should().Contain("Microsoft.Extensions.Logging.Abstractions 99.0.0.0").And.Contain("10.0.0.0");
    }

    [TestMethod]
    public async Task A_damaged_file_and_an_empty_folder_are_faulted_with_a_readable_reason()
    {
        await using var home = new PluginHome();
        Directory.CreateDirectory(Path.Combine(home.Plugins, "Damaged"));
        Directory.CreateDirectory(Path.Combine(home.Plugins, "Empty"));
        await File.WriteAllTextAsync(Path.Combine(home.Plugins, "Damaged", "Damaged.dll"), "this is no assembly");
        await home.StartAsync();

        home.Plugin("Damaged").Reason!.En.Should().Contain("Damaged.dll is not a .NET assembly");
        home.Plugin("Empty").Reason!.En.Should().Contain("neither Empty.dll nor Cleverence.Connectivity.*.dll");
        home.Catalog.Plugins.Should().OnlyContain(plugin => plugin.Status == PluginStatus.Faulted);
    }

    [TestMethod]
    public async Task A_plugin_whose_list_of_dependencies_is_damaged_is_faulted_leaves_no_copy_and_others_serve()
    {
        await using var home = new PluginHome().Place("Echo").Place("Good");
        await File.WriteAllTextAsync(Path.Combine(home.Plugins, "Echo", "Echo.deps.json"), "{ damaged");
        await home.StartAsync();

        home.Plugin("Echo").Status.Should().Be(PluginStatus.Faulted);
        home.Plugin("Good").Status.Should().Be(PluginStatus.Loaded);
        Directory.EnumerateDirectories(home.Copies, "Echo-*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_missing_dependency_surfaces_at_load_and_is_named()
    {
        await using var home = new PluginHome().Place("UsesVersion1").Place("SwapV1", "Swap");
        File.Delete(Path.Combine(home.Plugins, "UsesVersion1", "Cleverence.Abstractions.dll"));
        File.Delete(Path.Combine(home.Plugins, "UsesVersion1", "SharedName.dll"));
        await home.Configure("""{"id":"U","type":"UsesVersion1"}""").StartAsync();
        await home.ReadyAsync("U");

        var calling = () => home.CallAsync("U", "WhichVersion");

        (await calling.Should().ThrowAsync<FileNotFoundException>()).Which.Message.Should().Contain("SharedName");
        home.Plugin("Swap").Status.Should().Be(PluginStatus.Loaded);
    }

    [TestMethod]
    public async Task The_second_plugin_with_a_type_is_faulted_and_names_the_first()
    {
        await using var home = await new PluginHome().Place("Good").Place("Duplicate").Configure("""{"id":"G","type":"Good"}""").StartAsync();
        await home.ReadyAsync("G");

        home.Plugin("Good").Status.Should().Be(PluginStatus.Faulted);
        home.Plugin("Good").Reason!.En.Should().Contain("'Good'").And.Contain("'Duplicate'");
        home.Registry.Find("G")!.Plugin.Should().Be("Duplicate");
    }

    [TestMethod]
    public async Task A_file_named_disabled_switches_a_plugin_off_and_its_removal_on_again()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"G","type":"Good"}""").StartAsync();
        await home.ReadyAsync("G");
        var mark = Path.Combine(home.Plugins, "Good", "disabled");

        await File.WriteAllTextAsync(mark, "");
        await Eventually.BeTrueAsync(() => home.Registry.Find("G")!.State == ConnectorState.Faulted, "the connector of the disabled plugin is faulted");
        var disabled = home.Plugin("Good");
        File.Delete(mark);
        await home.ReadyAsync("G");

        disabled.Status.Should().Be(PluginStatus.Disabled);
        home.Plugin("Good").Status.Should().Be(PluginStatus.Loaded);
    }

    [TestMethod]
    public async Task The_folder_of_the_later_root_wins_and_the_other_is_named()
    {
        await using var home = await new PluginHome().Ship("Good").Place("Good").StartAsync();

        var plugin = home.Plugin("Good");

        plugin.Folder.Should().StartWith(home.Plugins);
        plugin.Notes.Should().ContainSingle().Which.En.Should().Contain(Path.Combine(home.Shipped, "Good"));
    }

    [TestMethod]
    public async Task A_new_folder_is_loaded_and_a_removed_one_faults_its_connectors()
    {
        await using var home = await new PluginHome().Configure("""{"id":"G","type":"Good"}""").StartAsync();

        home.Place("Good");
        await home.ReadyAsync("G");
        Directory.Delete(Path.Combine(home.Plugins, "Good"), recursive: true);
        await Eventually.BeTrueAsync(() => home.Registry.Find("G")!.State == ConnectorState.Faulted, "the connector without its plugin is faulted");

        home.Catalog.Plugins.Should().BeEmpty();
        home.Registry.Find("G")!.LastError!.Message.Should().Contain("which no loaded plugin provides");
    }

    [TestMethod]
    public async Task Throwing_constructors_and_type_initialisers_fault_their_connectors_only()
    {
        await using var home = await new PluginHome().Place("Throwing")
            .Configure("""{"id":"C","type":"ThrowingConstructor"}""", """{"id":"T","type":"ThrowingTypeInitializer"}""", """{"id":"D","type":"ThrowingDispose"}""").StartAsync();
        await home.ReadyAsync("D");
        await Eventually.BeTrueAsync(() => home.Registry.Find("C")!.State == ConnectorState.Faulted && home.Registry.Find("T")!.State == ConnectorState.Faulted, "both are faulted");

        home.Registry.Find("C")!.LastError!.Detail.Should().Contain("always fails");
        home.Registry.Find("C")!.LastError!.Message.Should().NotContain("Exception").And.Contain("'C'");
        home.Registry.Find("T")!.LastError!.Detail.Should().Contain("not a number");
        (await home.CallAsync("D", "Ping")).Should().Be("pong");
    }

    [TestMethod]
    public async Task A_hanging_constructor_holds_up_nobody_and_is_faulted_after_the_limit()
    {
        await using var home = await new PluginHome().Place("Hanging").Configure("""{"id":"H","type":"HangingConstructor"}""", """{"id":"P","type":"Hanging"}""")
            .StartAsync(options =>
            {
                options.BuildLimit = TimeSpan.FromSeconds(2);
                options.StartPatience = TimeSpan.FromMilliseconds(1);
            });
        await home.ReadyAsync("P");
        var meanwhile = home.Registry.Find("H")!.State;

        var answer = await home.CallAsync("P", "Ping");
        await Eventually.BeTrueAsync(() => home.Registry.Find("H")!.State == ConnectorState.Faulted, "the hanging one is faulted");

        meanwhile.Should().Be(ConnectorState.Starting);
        answer.Should().Be("pong");
        home.Registry.Find("H")!.LastError!.Message.Should().Contain("did not start within 00:00:02");
    }

    [TestMethod]
    public async Task An_async_void_method_faults_its_connector_with_advice()
    {
        await using var home = await new PluginHome().Place("Faulty").Configure("""{"id":"A","type":"AsyncVoid"}""").StartAsync();
        await Eventually.BeTrueAsync(() => home.Registry.Find("A")!.State == ConnectorState.Faulted, "it is faulted");

        home.Registry.Find("A")!.LastError!.Detail.Should().Contain("async void");
    }

    [TestMethod]
    public async Task Copies_of_a_process_that_died_are_removed_at_the_next_start_and_those_of_a_running_one_are_not()
    {
        await using var running = await new PluginHome().Place("Good").StartAsync();
        var left = Directory.CreateDirectory(Path.Combine(running.Copies, "connectors-plugins-dead"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "in-use"), "");

        using (new PluginCopies(running.Copies))
        {
            Directory.GetDirectories(running.Copies).Should().HaveCount(2);
        }

        Directory.GetDirectories(running.Copies).Should().ContainSingle().Which.Should().NotBe(left.FullName);
    }
}
