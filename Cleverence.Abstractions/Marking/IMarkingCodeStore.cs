namespace Cleverence.Connectivity.Marking;

/// <summary>The table of marking codes, with the intents and blocks that make sure none is lost or fetched twice.</summary>
/// <remarks>Thread-safe; a connector takes it by its constructor. Codes are compared ordinally. What a method returns is committed with the store's full durability.</remarks>
public interface IMarkingCodeStore
{
    /// <summary>Commits the word that codes are about to be asked for. An order and product have at most one open intent.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="gtin">The product.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>The intent.</returns>
    /// <exception cref="ConnectorException"><c>Conflict</c>: one is open already.</exception>
    ValueTask<FetchIntent> BeginIntentAsync(string orderId, string gtin, int quantity, CancellationToken cancellationToken);

    /// <summary>Lists the open intents, oldest first.</summary>
    /// <param name="orderId">Of this order; null for all.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The intents.</returns>
    ValueTask<IReadOnlyList<FetchIntent>> OpenIntentsAsync(string? orderId, CancellationToken cancellationToken);

    /// <summary>Stores a block and all its codes and closes the intent: one transaction.</summary>
    /// <param name="block">The block.</param>
    /// <param name="intentId">The intent it answers; null for one found by reconciliation without an intent.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>What came of it. Storing the same block again changes nothing.</returns>
    ValueTask<BlockOutcome> StoreBlockAsync(CodeBlock block, string? intentId, CancellationToken cancellationToken);

    /// <summary>Closes an intent without a block.</summary>
    /// <param name="intentId">The intent.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="reason">One English sentence with the proof.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>A task that ends with the commit.</returns>
    ValueTask CloseIntentAsync(string intentId, IntentEnd end, string? reason, CancellationToken cancellationToken);

    /// <summary>Lists the stored blocks of an order and product.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="gtin">The product.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The blocks, oldest first.</returns>
    ValueTask<IReadOnlyList<StoredBlock>> BlocksAsync(string orderId, string gtin, CancellationToken cancellationToken);

    /// <summary>Finds a code by its text or its identification code.</summary>
    /// <param name="code">The text, in the table's form.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The code, or null.</returns>
    ValueTask<StoredMarkingCode?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Lists codes.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The codes.</returns>
    ValueTask<IReadOnlyList<StoredMarkingCode>> ListAsync(MarkingCodeQuery query, CancellationToken cancellationToken);

    /// <summary>Counts codes.</summary>
    /// <param name="query">Which; paging is not regarded.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>How many.</returns>
    ValueTask<long> CountAsync(MarkingCodeQuery query, CancellationToken cancellationToken);

    /// <summary>Sets the state of codes, found by identification code: one transaction.</summary>
    /// <param name="cises">The identification codes.</param>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>How many were found.</returns>
    ValueTask<int> SetStateAsync(IReadOnlyList<string> cises, MarkingCodeState state, CancellationToken cancellationToken);

    /// <summary>Adds codes that came from elsewhere, such as a supplier's document; those that are there stay as they are.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>How many are new.</returns>
    ValueTask<int> AddAsync(IReadOnlyList<StoredMarkingCode> codes, CancellationToken cancellationToken);

    /// <summary>Takes the tails off: one transaction. A row that is gone or changed meanwhile, or whose identification code another row has, stays untouched.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>How many were changed.</returns>
    ValueTask<int> CleanTailsAsync(IReadOnlyList<TailChange> changes, CancellationToken cancellationToken);
}
