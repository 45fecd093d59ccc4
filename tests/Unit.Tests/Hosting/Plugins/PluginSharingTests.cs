using System.Runtime.Loader;
using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Plugins;

[TestClass]
public sealed class PluginSharingTests
{
    [TestMethod]
    public async Task Two_plugins_use_two_versions_of_one_library()
    {
        await using var home = await new PluginHome().Place("UsesVersion1").Place("UsesVersion2").Configure("""{"id":"A","type":"UsesVersion1"}""", """{"id":"B","type":"UsesVersion2"}""").StartAsync();
        await home.ReadyAsync("A");
        await home.ReadyAsync("B");

        (await home.CallAsync("A", "WhichVersion")).Should().Be("1 1.0.0.0");
        (await home.CallAsync("B", "WhichVersion")).Should().Be("2 2.0.0.0");
    }

    [TestMethod]
    public async Task Contract_and_host_libraries_are_shared_and_the_rest_is_the_plugins_own()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure("""{"id":"S","type":"Swap"}""").StartAsync();
        StagedPlugins.CopyTo("OldContract", Path.Combine(home.Plugins, "ignored"));
        await home.ReadyAsync("S");
        await home.CallAsync("S", "Use");

        var context = AssemblyLoadContext.GetLoadContext(home.Handle("S").Current!.Connector.GetType().Assembly)!;

        context.IsCollectible.Should().BeTrue();
        context.Assemblies.Select(assembly => assembly.GetName().Name).Should().Contain("Newtonsoft.Json").And.NotContain(["Cleverence.Abstractions", "Microsoft.Extensions.Logging.Abstractions"]);
    }

    [TestMethod]
    public async Task A_library_of_the_host_that_the_plugin_forgot_is_loaded_for_the_plugin_alone()
    {
        await using var home = new PluginHome().Place("SwapV1", "Swap").Configure("""{"id":"S","type":"Swap"}""");
        File.Delete(Path.Combine(home.Plugins, "Swap", "Newtonsoft.Json.dll"));
        await home.StartAsync();
        await home.ReadyAsync("S");

        await home.CallAsync("S", "Use", ("what", "Newtonsoft.Json"));

        AssemblyLoadContext.GetLoadContext(home.Handle("S").Current!.Connector.GetType().Assembly)!.Assemblies.Select(assembly => assembly.GetName().Name).Should().Contain("Newtonsoft.Json");
    }

    [TestMethod]
    public async Task The_original_file_name_pattern_is_found_and_panel_assemblies_are_not_touched()
    {
        await using var home = new PluginHome().Place("Vendor", "AnyName");
        await File.WriteAllTextAsync(Path.Combine(home.Plugins, "AnyName", "Cleverence.Connectivity.Vendor.Panel.dll"), "not even an assembly");
        await home.Configure("""{"id":"V","type":"VendorConnector","timeout":5000,"settings":{"Prefix":"shop"}}""").StartAsync();
        await home.ReadyAsync("V");

        (await home.CallAsync("V", "Name")).Should().Be("shop V");
        home.Plugin("AnyName").ConnectorTypes.Should().Equal("VendorConnector");
        home.Handle("V").Runtime.Gate.Places.Should().Be(1);
        Directory.GetFiles(home.Copies, "*.Panel.dll", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [TestMethod]
    public void The_host_knows_what_is_shared()
    {
        var host = new HostAssemblies();

        host.IsShared("Cleverence.Abstractions").Should().BeTrue();
        host.IsShared("Microsoft.Extensions.Logging.Abstractions").Should().BeTrue();
        host.IsShared("Microsoft.Extensions.NoSuchThing").Should().BeFalse();
        host.IsShared("Newtonsoft.Json").Should().BeFalse();
        host.IsFramework("System.Text.Json").Should().BeTrue();
        host.IsFramework("Newtonsoft.Json").Should().BeFalse();
        HostAssemblies.Contract.Name.Should().Be(typeof(IConnector).Assembly.GetName().Name);
    }
}
