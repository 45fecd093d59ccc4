namespace Server.Api;

/// <summary>The connectors a key may call.</summary>
internal sealed record ConnectorList(IReadOnlyList<ConnectorBody> Connectors);
