namespace Emulators.Utm;

/// <summary>Something that was sent more than once.</summary>
/// <param name="FsrarId">By whom.</param>
/// <param name="Element">What.</param>
/// <param name="What">By what it is known to be the same.</param>
/// <param name="RequestIds">The requests.</param>
public sealed record UtmDouble(string FsrarId, string Element, string What, IReadOnlyList<string> RequestIds);
