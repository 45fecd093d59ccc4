using Cleverence.Connectivity;
using Server.Storage;
using ServerJobs;

namespace Server.Operations;

/// <summary>Holds the lock of an operation on all servers that share the database, beside the one on this server.</summary>
internal sealed class SharedOperationLock(SqlOperationLocks locks, JobNode node, TimeProvider time, ILogger<SharedOperationLock> log)
{
    // Somebody else's end is learned by asking; the first questions follow each other quickly, since most operations are short.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LeavePause = TimeSpan.FromSeconds(1);

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="ConnectorException">It was waited for too long, or the database is away: nobody knows then who runs.</exception>
    public async ValueTask EnterAsync(OperationHold hold, TimeSpan limit, CancellationToken cancellationToken)
    {
        var ticket = new OperationTicket(hold.Id, hold.Chain.Id, hold.Name, hold.Mode, hold.Caller, node.Id);
        var started = time.GetTimestamp();
        try
        {
            for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                var standing = await locks.TryEnterAsync(ticket, cancellationToken);
                if (standing == OperationStanding.Granted) return;
                if (time.GetElapsedTime(started) >= limit) throw await RefusedAsync(hold, standing, limit, cancellationToken);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
        catch (Exception failure)
        {
            await LeaveAsync(hold);
            if (failure is StorageException) throw OperationErrors.NoShare(hold, failure);
            throw;
        }
    }

    /// <summary>Gives the lock back; while the database is away this is tried on in the background.</summary>
    public async ValueTask LeaveAsync(OperationHold hold)
    {
        if (!await TryLeaveAsync(hold)) _ = LeaveLaterAsync(hold);
    }

    /// <summary>What runs and waits on the other servers.</summary>
    public async Task<IReadOnlyList<OperationState>> LookAsync(CancellationToken cancellationToken) =>
        [.. (await locks.ListOthersAsync(node.Id, cancellationToken)).Select(other => new OperationState(other.Name, other.Mode, other.Running, other.Caller, other.Since, []) { Node = other.Node })];

    private async Task<ConnectorException> RefusedAsync(OperationHold hold, OperationStanding standing, TimeSpan limit, CancellationToken cancellationToken) =>
        standing == OperationStanding.NodeIsSilent
            ? OperationErrors.NodeIsSilent(hold)
            : OperationErrors.WaitedTooLong(hold, [.. (await locks.ListBarringAsync(hold.Id, cancellationToken)).Select(other => ($"{other.Name} @ {other.Node}", other.Since))], limit, time.GetUtcNow());

    private async Task<bool> TryLeaveAsync(OperationHold hold)
    {
        try
        {
            if (!await locks.LeaveAsync(hold.Id, CancellationToken.None) && hold.IsShared) log.OperationLockWasLost(hold.Name, hold.Since);
            return true;
        }
        catch (Exception failure) when (failure is StorageException or System.Data.Common.DbException or ObjectDisposedException or InvalidOperationException)
        {
            log.OperationLockNotGivenBack(hold.Name, failure);
            return failure is ObjectDisposedException;
        }
    }

    private async Task LeaveLaterAsync(OperationHold hold)
    {
        do await Task.Delay(LeavePause, time);
        while (!await TryLeaveAsync(hold));
    }
}
