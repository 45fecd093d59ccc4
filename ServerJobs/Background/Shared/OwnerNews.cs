namespace ServerJobs.Background;

/// <summary>For whom there is something new.</summary>
/// <param name="Moment">The newest moment; nothing will be added before it.</param>
/// <param name="Owners">The sessions.</param>
public sealed record OwnerNews(long Moment, IReadOnlyList<BackgroundOwner> Owners);
