namespace Connectors.Egais;

/// <summary>A call was cancelled before anything of it left.</summary>
internal sealed class NotLeftException(CancellationToken cancellationToken) : OperationCanceledException("The request was cancelled before it left.", cancellationToken);
