using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>A timetable whose starts somebody wants to see, for the description of the API only.</summary>
internal sealed record JobPreviewBody(
    [property: Description("hours:minutes:seconds; either this or schedule.")] string? Period = null,
    [property: Description("A calendar schedule as in the job file; either this or period.")] object? Schedule = null,
    [property: Description("The zone of the schedule; that of the job file when left out.")] string? TimeZone = null,
    [property: Description("From when to look; now when left out.")] DateTimeOffset? From = null,
    [property: Description("How many starts, 1 to 100; 10 when left out.")] int? Count = null,
    [property: Description("How long a run takes, in seconds; 0 when left out.")] int? RunSeconds = null);
