namespace Benchmarks.Soap;

/// <summary>One way to make the call.</summary>
internal interface ISoapSide : IDisposable
{
    string Name { get; }

    /// <summary>Makes the call once and hands back how many rows it got.</summary>
    Task<int> CallAsync();
}
