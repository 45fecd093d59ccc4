using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>A wish for a key, for the description of the API only.</summary>
internal sealed record KeyRequestBody(
    [property: Description("What the key is for, 1 to 200 characters.")] string Name,
    [property: Description("The ids of the connectors it may call. Left out or empty: all of them.")] IReadOnlyList<string>? Connectors = null,
    [property: Description("Whether it may change the server: keys, jobs. Only without connectors.")] bool? Admin = null);
