using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>An error for people, for the description of the API only.</summary>
internal sealed record ErrorInfoBody(string Short, [property: Description("With the foreign text only for keys without limits.")] string Detailed);
