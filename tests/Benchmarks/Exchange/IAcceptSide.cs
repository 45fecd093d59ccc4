namespace Benchmarks.Exchange;

/// <summary>One side of the comparison: takes a message so that a power cut cannot take it back.</summary>
internal interface IAcceptSide : IDisposable
{
    /// <summary>Takes a message; ends when it is on the disk.</summary>
    Task AcceptAsync(AcceptedMessage message);
}
