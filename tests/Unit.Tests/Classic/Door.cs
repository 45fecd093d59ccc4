using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Microsoft.Extensions.Configuration;
using Unit.Tests.Compatibility;

namespace Unit.Tests.Classic;

/// <summary>A classic connector behind its adapter, with stores in memory.</summary>
internal sealed class Door
{
    public CollectingLogger Log { get; } = new();

    public MemoryDocuments Documents { get; } = new();

    public MemoryProducts Products { get; } = new();

    public ClassicConnectorAdapter Adapter { get; private init; } = null!;

    public static Door Open<T>(string entry = "{}")
        where T : IConnector, new() => Open(() => new T(), entry);

    public static Door Open(Func<IConnector> construct, string entry = "{}", bool initialize = true)
    {
        var problems = new List<string>();
        var options = ClassicOptions.Read(Entry(entry), problems) with { Id = "Old" };
        problems.Should().BeEmpty();
        var door = new Door();
        var host = new ClassicHost("Old", door.Log, door.Documents, door.Products);
        var opened = new Door(door, ClassicConnectorAdapter.Create(construct, options, host));
        if (initialize) opened.Adapter.Initialize();
        return opened;
    }

    public static IConfigurationSection Entry(string json)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{"entry":{{json}}}"""));
        return new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("entry");
    }

    public object? Device(string method, params (string Name, object? Value)[] args) => Call(CallOrigin.Device, "", method, args);

    public object? Event(string method, params object?[] values) => Call(CallOrigin.Event, "", method, [.. values.Select(value => ("", value))]);

    public object? Call(CallOrigin origin, string className, string method, (string Name, object? Value)[] args) =>
        Call(new InvokeArgs("Old", className, method, [.. args.Select(arg => new InvokeArg(arg.Name, arg.Value))]) { Caller = new InvokeCaller(origin) });

    public object? Call(InvokeArgs args)
    {
        var call = Adapter.InvokeAsync(args, CancellationToken.None).AsTask();
        call.IsCompletedSuccessfully.Should().BeTrue("a classic call runs to its end on the caller's thread");
        return call.Result.Value;
    }

    public Door()
    {
    }

    private Door(Door same, ClassicConnectorAdapter adapter)
    {
        (Log, Documents, Products, Adapter) = (same.Log, same.Documents, same.Products, adapter);
    }
}
