namespace Connectors.OneC;

/// <summary>The methods of the standard OData interface.</summary>
internal sealed class OneCOData(OneCODataSettings settings, OneCTransport transport, OneCValues values, OneCWriter writer)
{
    /// <summary>What callers may call; empty when the interface is not enabled.</summary>
    public IReadOnlyList<OneCMethod> Methods { get; } = [];

    public OneCODataSettings Settings { get; } = settings;

    public OneCTransport Transport { get; } = transport;

    public OneCValues Values { get; } = values;

    public OneCWriter Writer { get; } = writer;
}
