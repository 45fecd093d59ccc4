using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Benchmarks.Exchange;

/// <summary>The engine on the server's store, as a connector calls it: the document is read, its status and actions follow, message, protocol and document are one commit.</summary>
internal sealed class EngineAccepts : IAcceptSide
{
    private readonly BenchStore home = new();
    private readonly ServiceProvider services;
    private readonly IExchange exchange;
    private readonly ScriptedAdapter adapter = new(new RemoteSide());
    private long taken;

    public EngineAccepts()
    {
        services = new ServiceCollection().AddLogging().AddSingleton<IExchangeStore>(home.Store).AddExchange().BuildServiceProvider();
        exchange = services.GetRequiredService<IConnectorScoped<IExchange>>().Of("znak");
    }

    public async Task AcceptAsync(AcceptedMessage message)
    {
        var outgoing = new OutgoingMessage(message.Organisation, ExampleStatuses.Introduce, message.Payload) { Purpose = "Suz", Document = message.Document, DocumentKind = ExampleStatuses.MarkingKind, ProductGroup = "milk", Format = "3.0", User = "bench" };
        var changes = await exchange.PrepareAsync(adapter, [outgoing], CancellationToken.None);
        if (changes is not [{ Error: null, Prepared: true }]) throw new InvalidOperationException($"A message was refused: {changes[0].Error?.Message}");
        Interlocked.Increment(ref taken);
    }

    /// <exception cref="InvalidOperationException">Something that was taken is not on the disk.</exception>
    public async Task CheckAsync()
    {
        var rows = await home.CountAsync();
        if (rows != Interlocked.Read(ref taken)) throw new InvalidOperationException($"{taken} messages were taken, {rows} are there.");
    }

    public void Dispose()
    {
        services.Dispose();
        home.Dispose();
    }
}
