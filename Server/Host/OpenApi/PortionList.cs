namespace Server.OpenApi;

/// <summary>Portions by their keys, for the description of the API only.</summary>
internal sealed record PortionList(bool Ok, Dictionary<string, PortionBody> Portions, string RequestId);
