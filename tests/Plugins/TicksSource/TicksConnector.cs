using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Ticks;

/// <summary>Writes a tick for every call; the name of the method is the name of the tick. After the word, the id that the record of the run bears too.</summary>
[Connector("Ticks", Settings = typeof(TicksSettings))]
public sealed class TicksConnector(TicksSettings settings) : IAsyncConnector
{
#if TICKS_V2
    private const string Version = "2";
#else
    private const string Version = "1";
#endif
    private readonly TickWriter ticks = new(settings.File);

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ticks.Write(args.MethodName, $"{Version}\t{args.CorrelationId}");
        return ValueTask.FromResult(InvokeResult.Ok(null));
    }
}
