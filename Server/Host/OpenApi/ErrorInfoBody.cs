using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>An error for people, for the description of the API only.</summary>
internal sealed record ErrorInfoBody(
    string Short,
    [property: Description("With the foreign text only for keys without limits.")] string Detailed,
    [property: Description("What led to it, outermost first; only for keys without limits.")] IReadOnlyList<string> Causes,
    [property: Description("The innermost place in the code, when it is known; only for keys without limits.")] string? Place);
