namespace Connectors.Transport;

/// <summary>One message of a call: the first, or one that a redirect asks for.</summary>
internal sealed record Hop(HttpMethod Method, Uri Address, bool WithBody);
