using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>A document, for the description of the API only: it may have any further fields.</summary>
internal sealed record DocumentBody(
    [property: Description("The document's id; made here when left out.")] string? Id = null,
    string? DocumentTypeName = null,
    string? Name = null,
    [property: Description("Whether the handheld has finished it.")] bool? Finished = null);
