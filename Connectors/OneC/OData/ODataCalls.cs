using Cleverence.Warehouse;

namespace Connectors.OneC.OData;

/// <summary>What the requests of one call tell 1C of it. The caller's deadline is that of the first answer: the rows of a table may flow for longer.</summary>
internal sealed class ODataCalls(InvokeArgs args, TimeProvider time)
{
    public OneCCall First { get; } = new(args, time);

    public OneCCall Later { get; } = new(
        new InvokeArgs(args.ConnectorId, args.ClassName, args.MethodName) { RequestId = args.RequestId, CorrelationId = args.CorrelationId, Caller = args.Caller },
        time);
}
