namespace Benchmarks.Egais;

/// <summary>A program that empties an out-box.</summary>
internal interface IInboxSide : IDisposable
{
    /// <summary>Gets ready for what will be in the box; not measured.</summary>
    Task ExpectAsync(int firstGroup, int groups) => Task.CompletedTask;

    /// <summary>Takes everything that is there.</summary>
    Task EmptyAsync();

    /// <summary>Counts the documents on the disk; null where none are kept.</summary>
    Task<long?> CountAsync();
}
