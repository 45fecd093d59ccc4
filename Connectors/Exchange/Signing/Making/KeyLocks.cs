using System.Collections.Concurrent;

namespace Connectors.Exchange;

/// <summary>One signature at a time for each key: tokens do not bear more. A key is known by its certificate's thumbprint, or by the signer's name.</summary>
internal sealed class KeyLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> locks = new(StringComparer.OrdinalIgnoreCase);

    public async ValueTask<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        var one = locks.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await one.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Held(one);
    }

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
