using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>The modern connector contract: one method that calls the outside system.</summary>
/// <remarks>
/// One instance serves all calls, side by side: it must be thread-safe, and the state of a call lives on its stack.
/// Most authors derive from <see cref="Connector"/> instead, which binds arguments and lists the methods.
/// </remarks>
public interface IAsyncConnector
{
    /// <summary>Calls a method of the outside system.</summary>
    /// <param name="args">What is called, by whom, with which arguments.</param>
    /// <param name="cancellationToken">Fires when the call's limit passes; a connector passes it on to all it awaits.</param>
    /// <returns>The value, or the error the connector knows about.</returns>
    /// <exception cref="ConnectorException">The declared failure; any other exception is reported as <see cref="ConnectorErrorCode.Failed"/>.</exception>
    ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken);
}
