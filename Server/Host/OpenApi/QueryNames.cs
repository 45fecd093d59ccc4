namespace Server.OpenApi;

/// <summary>The names an endpoint reads from its query.</summary>
internal sealed record QueryNames(IReadOnlyList<string> Names);
