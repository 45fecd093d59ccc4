using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>One call of the standard exchange service.</summary>
/// <param name="Verb">The HTTP verb.</param>
/// <param name="Name">The method.</param>
/// <param name="Safety">Whether a machine may repeat it.</param>
internal sealed record OneCExchangeCall(string Verb, string Name, MethodSafety Safety)
{
    public IReadOnlyList<KeyValuePair<string, string?>> Query { get; init; } = [];

    /// <summary>The JSON body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether 1C reads or writes data meanwhile, which takes its time.</summary>
    public bool CarriesData { get; init; }
}
