using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>The body of a call, for the description of the API only.</summary>
internal sealed record InvokeBody(
    [property: Description("The method.")] string Method,
    [property: Description("The class in the outside system; may be left out.")] string? Class = null,
    [property: Description("An object of names or an array of positions. A value may be written {\"$type\":\"decimal\",\"value\":\"1.50\"}; the types are null, boolean, integer, decimal, string, dateTime, dateTimeOffset, binary, list, record, table.")] object? Args = null,
    [property: Description("The session the call is made in.")] SessionBody? Session = null,
    [property: Description("true: the call goes on in the background, whoever leaves; the answer is 202 and its id, or the result when it ends within wait.")] bool? Background = null,
    [property: Description("Of the background: unique among the active operations of one call; a second start is a Conflict.")] string? Key = null,
    [property: Description("Of the background: what people read in lists.")] string? Title = null,
    [property: Description("Of the background: how many seconds to wait for the end, 0 to 30; 0.8 when left out.")] decimal? Wait = null,
    [property: Description("Of the background: the call is made once for each portion.")] IReadOnlyList<PortionRequestBody>? Portions = null,
    [property: Description("Of the background: how many portions run at once, 1 to 64; 4 when left out.")] int? Threads = null);
