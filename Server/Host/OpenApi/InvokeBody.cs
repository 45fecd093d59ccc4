using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>The body of a call, for the description of the API only.</summary>
internal sealed record InvokeBody(
    [property: Description("The method.")] string Method,
    [property: Description("The class in the outside system; may be left out.")] string? Class = null,
    [property: Description("An object of names or an array of positions. A value may be written {\"$type\":\"decimal\",\"value\":\"1.50\"}; the types are null, boolean, integer, decimal, string, dateTime, dateTimeOffset, binary, list, record, table.")] object? Args = null,
    [property: Description("The session the call is made in.")] SessionBody? Session = null);
