namespace Connectors.Hosting;

/// <summary>What <c>connectors.json</c> said when it was last read whole, and every problem found in it.</summary>
internal sealed record ConnectorsSnapshot(IReadOnlyList<ConfiguredConnector> Connectors, IReadOnlyList<ConfigProblem> Problems)
{
    public static ConnectorsSnapshot Empty { get; } = new([], []);
}
