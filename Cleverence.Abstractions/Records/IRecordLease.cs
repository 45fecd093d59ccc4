namespace Cleverence.Connectivity;

/// <summary>A lease that is held.</summary>
public interface IRecordLease : IAsyncDisposable
{
    /// <summary>What is leased.</summary>
    string Name { get; }

    /// <summary>Raised by one with each holder: a guard against the writes of an earlier one.</summary>
    long Fence { get; }

    /// <summary>Holds it longer.</summary>
    /// <param name="time">From now on.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>False when it is lost to somebody else.</returns>
    ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken);
}
