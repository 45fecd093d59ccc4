using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>A time zone, for the description of the API only.</summary>
internal sealed record TimeZoneBody([property: Description("The name, such as Europe/Moscow.")] string TimeZone);
