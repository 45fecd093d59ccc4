namespace Benchmarks.CheckForSale;

/// <summary>One side of the comparison.</summary>
internal interface ISaleSide
{
    string Name { get; }

    /// <summary>Checks one code.</summary>
    /// <param name="code">The complete code.</param>
    /// <returns>Whether it may be sold, by what the side looks at.</returns>
    Task<bool> CheckAsync(string code);
}
