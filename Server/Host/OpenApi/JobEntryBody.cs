using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>An entry of the job file, for the description of the API only: every property the file takes is taken here.</summary>
internal sealed record JobEntryBody(
    [property: Description("The id, unique without regard to case.")] string Id,
    [property: Description("ConnectorId:Method or ConnectorId:Class.Method.")] string Call,
    [property: Description("The name people read.")] string? Name = null,
    [property: Description("hours:minutes:seconds from start to start; either this or schedule.")] string? Period = null,
    [property: Description("A calendar schedule; either this or period.")] object? Schedule = null,
    [property: Description("Whether the schedule starts it; true when left out.")] bool? Enabled = null);
