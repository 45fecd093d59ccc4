namespace Benchmarks.OData;

/// <summary>One list read to its end.</summary>
/// <param name="Rows">The rows that came.</param>
/// <param name="Bytes">The bytes of the answer.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Extra">The most memory the server's process held meanwhile, beyond what it held before.</param>
internal sealed record ODataRound(int Rows, long Bytes, TimeSpan Took, long Extra);
