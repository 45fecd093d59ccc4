using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>The one road to a connector: handhelds, jobs, events, the panel and composite connectors all take it.</summary>
public interface IConnectorInvoker
{
    /// <summary>Calls a connector. Never throws for a failure of the call: every failure is a result.</summary>
    /// <param name="args">What is called, by whom, with which arguments. An empty class with a dotted method is resolved as <see cref="ConnectorCall"/> tells.</param>
    /// <param name="cancellationToken">The caller's leaving: frees a call that still waits in the gate, never stops one that has started.</param>
    /// <returns>The outcome. A single-pass table in it is read to its end or disposed by the caller.</returns>
    ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken);
}
