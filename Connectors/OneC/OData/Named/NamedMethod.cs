using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>A named method, checked and ready for use.</summary>
/// <param name="Info">What callers are told.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Entity">The entity, as the settings name it.</param>
internal sealed record NamedMethod(ConnectorMethodInfo Info, ODataOperation Operation, string Entity)
{
    /// <summary>Its place in the settings, for what a check finds.</summary>
    public string Field { get; init; } = "";

    public required IReadOnlyList<OneCParameter> Parameters { get; init; }

    public required ODataMethodSettings Settings { get; init; }

    public IReadOnlyDictionary<string, PlaceText> Arguments { get; init; } = new Dictionary<string, PlaceText>();

    public PlaceText? Key { get; init; }

    public IReadOnlyDictionary<string, PlaceText> Keys { get; init; } = new Dictionary<string, PlaceText>();

    public IReadOnlyDictionary<string, PlaceText> Where { get; init; } = new Dictionary<string, PlaceText>();

    public PlaceText? Filter { get; init; }

    public PlaceText? Top { get; init; }

    public PlaceText? Skip { get; init; }

    public IReadOnlyDictionary<string, PlaceText> Fields { get; init; } = new Dictionary<string, PlaceText>();

    public PlaceText? DataVersion { get; init; }
}
