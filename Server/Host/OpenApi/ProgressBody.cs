using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>Progress, for the description of the API only.</summary>
internal sealed record ProgressBody([property: Description("0 to 99 while it runs.")] int? Percent, string Text, object? Extra);
