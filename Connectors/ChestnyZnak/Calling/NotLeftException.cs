namespace Connectors.ChestnyZnak;

/// <summary>A call was cancelled while it waited for its token or its turn: nothing of it has left.</summary>
internal sealed class NotLeftException(CancellationToken cancellationToken) : OperationCanceledException(cancellationToken);
