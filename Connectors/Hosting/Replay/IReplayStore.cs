namespace Connectors.Hosting;

/// <summary>Keeps request ids over a restart, for connectors configured with <c>"replay": "store"</c>.</summary>
/// <remarks>Thread-safe. A key is durable before <see cref="TryBeginAsync"/> returns.</remarks>
public interface IReplayStore
{
    /// <summary>Commits a key before its call runs, or finds what is known of it.</summary>
    /// <param name="key">Who asked under which request id.</param>
    /// <param name="arguments">What tells these arguments from others: at most 128 bytes.</param>
    /// <returns>What is known.</returns>
    ValueTask<StoredReplay> TryBeginAsync(string key, byte[] arguments);

    /// <summary>Keeps the outcome of a call that ran.</summary>
    /// <param name="key">The key.</param>
    /// <param name="outcome">The outcome.</param>
    /// <returns>A task that ends when it is durable.</returns>
    ValueTask CompleteAsync(string key, byte[] outcome);

    /// <summary>Forgets a key whose call never started.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A task that ends when it is gone.</returns>
    ValueTask ForgetAsync(string key);
}
