using System.Text.Json.Serialization;

namespace Server.Api;

/// <summary>Whether the server is well; the reason is a word and names of jobs, for nobody needs a key to read it. A warning is what will stop it working some day.</summary>
internal sealed record HealthBody(bool Ok, string? Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning = null);
