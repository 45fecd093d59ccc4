using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>
/// The base class of new connectors: public methods marked with <see cref="ConnectorMethodAttribute"/> become callable;
/// arguments are bound by name or position and checked, tasks are awaited, results are brought into the closed set of values.
/// </summary>
/// <remarks>
/// One instance serves all calls, side by side, so marked methods must be thread-safe. A method that returns no task
/// runs on a thread of its connector. A parameter of type <see cref="InvokeArgs"/>, <see cref="ICallFeedback"/> or <see cref="CancellationToken"/> is filled by the call itself;
/// a method that takes <see cref="InvokeArgs"/> is given arguments it does not name, which any other method refuses.
/// </remarks>
public abstract class Connector : IAsyncConnector, IConnectorMethods
{
    private readonly MethodTable table;

    /// <summary>Builds the table of marked methods.</summary>
    /// <exception cref="InvalidOperationException">Two methods share a name, or a mark cannot be used; all offenders are named.</exception>
    protected Connector() => table = MethodTable.Of(this);

    /// <inheritdoc/>
    public IReadOnlyList<ConnectorMethodInfo> Methods => table.Methods;

    /// <inheritdoc/>
    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        return table.Find(args).InvokeAsync(this, args, cancellationToken);
    }
}
