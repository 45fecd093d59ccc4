namespace Emulators.ChestnyZnak;

/// <summary>A request that came.</summary>
/// <param name="Number">Its number in order of arrival.</param>
/// <param name="Endpoint">Service, verb and path, such as <c>suz GET codes</c>.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Status">The answer's status, whether or not it arrived; 0 when none was made.</param>
public sealed record SeenRequest(long Number, string Endpoint, string Target, int Status);
