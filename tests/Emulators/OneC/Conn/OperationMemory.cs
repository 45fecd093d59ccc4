using System.Collections.Concurrent;

namespace Emulators.OneC;

/// <summary>
/// Remembers answers by the caller's key, as an information register does: the answer is stored in the same transaction as the effect,
/// so a refusal leaves nothing behind, and a second call with the key waits for the lock of the first.
/// </summary>
internal sealed class OperationMemory
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> locks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Fingerprint, OneCReply Reply)> stored = new(StringComparer.Ordinal);

    public async Task<OneCReply> OnceAsync(string id, string fingerprint, Func<Task<OneCReply>> run)
    {
        var turn = locks.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
        try
        {
            if (stored.TryGetValue(id, out var earlier))
            {
                if (earlier.Fingerprint != fingerprint) throw new OneCCallException(409, "OPERATION_ID_REUSED", $"Идентификатор операции {id} уже использован другим вызовом");
                return earlier.Reply.With(ConnProtocol.ReplayedHeader, "true");
            }

            var reply = await run();
            if (reply.Status is >= 200 and < 300) stored[id] = (fingerprint, reply);
            return reply;
        }
        finally
        {
            turn.Release();
        }
    }
}
