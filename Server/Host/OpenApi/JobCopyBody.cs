using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>A wish for a copy of a job, for the description of the API only.</summary>
internal sealed record JobCopyBody([property: Description("The copy's id.")] string Id, [property: Description("The copy's title; the original's when left out.")] string? Title = null);
