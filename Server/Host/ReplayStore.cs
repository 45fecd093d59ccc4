using Connectors.Hosting;
using Server.Storage;

namespace Server;

/// <summary>Gives the invoker the store of replay keys; the two rooms do not know each other.</summary>
internal sealed class ReplayStore(SqlReplayStore store) : IReplayStore
{
    public async ValueTask<StoredReplay> TryBeginAsync(string key, byte[] arguments)
    {
        var begin = await store.TryBeginAsync(key, arguments, CancellationToken.None);
        return new StoredReplay(begin.Verdict switch
        {
            ReplayVerdict.New => StoredReplayState.New,
            ReplayVerdict.Finished => StoredReplayState.Finished,
            ReplayVerdict.Unfinished => StoredReplayState.Unfinished,
            _ => StoredReplayState.OtherArguments,
        }, begin.Outcome);
    }

    public async ValueTask CompleteAsync(string key, byte[] outcome) => await store.CompleteAsync(key, outcome, CancellationToken.None);

    public async ValueTask ForgetAsync(string key) => await store.ForgetAsync(key, CancellationToken.None);
}
