namespace ServerJobs.Background;

/// <summary>What servers on one store ask each other about operations. Only with a store that several servers share. Thread-safe.</summary>
public interface ISharedOperations
{
    /// <summary>Asks the server that runs an operation to stop it; the first who asks counts.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask AskCancelAsync(string id, CancelledBy by, CancellationToken cancellationToken);

    /// <summary>Reads which of the operations of a server must stop: somebody asked, or another server closed them as lost.</summary>
    /// <param name="ids">The operations it runs.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operations that must stop.</returns>
    ValueTask<IReadOnlyList<OperationStop>> ReadStopsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Lists active operations whose server is not among the living.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operations, oldest first.</returns>
    ValueTask<IReadOnlyList<BackgroundOperation>> ListOrphansAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Reads for whom there is something new, whichever server told it.</summary>
    /// <param name="after">The moment read the last time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The moment read, and the sessions told something after the last one.</returns>
    ValueTask<OwnerNews> ReadNewsAsync(long after, CancellationToken cancellationToken);
}
