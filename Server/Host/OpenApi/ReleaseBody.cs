using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>The body of a release as it is described; <see cref="Server.Exchange.ReleaseWish"/> reads it.</summary>
internal sealed record ReleaseBody(string Organisation, [property: Description("The id in the box, as the list shows it.")] string RemoteId);
