using System.Runtime.CompilerServices;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Tests.Hosting.Plugins;

/// <summary>A canary for each cure: what it cures pins a plugin without it, and no longer with it. A framework that changes its fields is noticed here.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ContextCureTests
{
    [TestMethod]
    [DataRow("System.Text.Json", typeof(JsonCure))]
    [DataRow("TypeDescriptor", typeof(TypeDescriptorCure))]
    [DataRow("Newtonsoft.Json", typeof(TypeDescriptorCure))]
    [DataRow("Validator", typeof(ValidationCure))]
    public async Task What_pins_a_plugin_is_cured_by_its_cure(string used, Type cure)
    {
        var others = Enumerable.Empty<IContextCure>().Append(new JsonCure()).Append(new TypeDescriptorCure()).Append(new ValidationCure()).Where(one => one.GetType() != cure);
        var context = await UsedAndUnloadedAsync(used);

        var pinnedWithout = SurvivesCollections(context, new ContextCures([.. others]));
        var pinnedWith = SurvivesCollections(context, ContextCures.All);

        pinnedWithout.Should().BeTrue($"{used} pins a plugin, or its cure is no longer needed");
        pinnedWith.Should().BeFalse($"the cure of {used} works");
    }

    [TestMethod]
    [DataRow("ILogger")]
    [DataRow("nothing")]
    public async Task What_the_wrapping_provider_gives_pins_nothing(string used) =>
        SurvivesCollections(await UsedAndUnloadedAsync(used), new ContextCures([])).Should().BeFalse();

    [TestMethod]
    public async Task A_generated_XmlSerializer_has_no_cure_so_far() =>
        SurvivesCollections(await UsedAndUnloadedAsync("XmlSerializer"), ContextCures.All).Should().BeTrue("the guide says so; when this fails, tell the good news there");

    [TestMethod]
    public void A_cure_that_fails_stops_no_other()
    {
        var witness = new Witness();
        var alive = new System.Runtime.Loader.AssemblyLoadContext("alive", isCollectible: true);

        var failures = new ContextCures([new Failing(), witness]).Run(new WeakReference(alive));

        failures.Should().ContainSingle().Which.Message.Should().Be("changed framework");
        witness.Ran.Should().BeTrue();
        alive.Unload();
    }

    private static bool SurvivesCollections(WeakReference context, ContextCures cures)
    {
        for (var attempt = 0; attempt < 15 && context.IsAlive; attempt++)
        {
            cures.Run(context);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return context.IsAlive;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UsedAndUnloadedAsync(string what)
    {
        await using var home = new PluginHome().Place("SwapV1", "Swap");
        using var copies = new PluginCopies(home.Copies);
        var generation = await new PluginLoader(new HostAssemblies(), copies, TimeSpan.FromSeconds(30), TimeProvider.System).LoadAsync(new PluginFolder("Swap", Path.Combine(home.Plugins, "Swap"), null), 1);
        await UseAsync(generation, what);
        return generation.Unload();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task UseAsync(PluginGeneration generation, string what)
    {
        var services = new PluginServices(new NoServices(), NullLoggerFactory.Instance, TimeProvider.System);
        var factory = new ConnectorFactory(new PluginConstruction(services), services);
        var entry = new ConfiguredConnector(new ConnectorOptions("S", "Swap"), ConfiguredConnector.NoSettings, null);
        var instance = factory.Make(generation.Connectors.Single(), entry);
        await instance.Connector.InvokeAsync(new InvokeArgs("S", "", "Use", [new("what", what)]), CancellationToken.None);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class Failing : IContextCure
    {
        public void Clear(ContextTypes types) => throw new MissingFieldException("changed framework");
    }

    private sealed class Witness : IContextCure
    {
        public bool Ran { get; private set; }

        public void Clear(ContextTypes types) => Ran = true;
    }
}
