namespace Connectors.Transport;

/// <summary>A token and the moment, on the monotonic clock, from which it is not used any more.</summary>
internal sealed record AccessToken(string Text, long GivenAt, TimeSpan Life);
