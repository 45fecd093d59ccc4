using System.Collections.Concurrent;

namespace Emulators.Utm;

/// <summary>Tells what callers did: what they posted and removed, and what they sent twice.</summary>
public sealed class UtmJudge
{
    private readonly UtmWorld world;
    private readonly ConcurrentDictionary<(string FsrarId, string Endpoint), int> counts = new();

    internal UtmJudge(UtmWorld world) => this.world = world;

    /// <summary>Every document that a UTM took, in order.</summary>
    /// <param name="fsrarId">Whose UTM; null for all.</param>
    /// <returns>The documents.</returns>
    public IReadOnlyList<UtmPost> Posts(string? fsrarId = null) => [.. world.Posts.All.Where(one => fsrarId is null || one.FsrarId == fsrarId)];

    /// <summary>Every removal from an out-box, in order.</summary>
    /// <param name="fsrarId">Whose UTM; null for all.</param>
    /// <returns>The entries that were removed.</returns>
    public IReadOnlyList<BoxEntry> Removals(string? fsrarId = null) => [.. world.Box.All.Where(one => one.Deleted is not null && (fsrarId is null || one.FsrarId == fsrarId)).OrderBy(one => one.DeletedOrder)];

    /// <summary>How many requests came to an endpoint since the start of this process, such as <c>GET /opt/out</c>.</summary>
    /// <param name="fsrarId">Whose UTM.</param>
    /// <param name="endpoint">Verb and path; a star at the end stands for anything.</param>
    /// <returns>The number.</returns>
    public int Requests(string fsrarId, string endpoint) => counts.Where(one => one.Key.FsrarId == fsrarId && UtmTwists.Matches(endpoint, one.Key.Endpoint)).Sum(one => one.Value);

    /// <summary>How many requests came to each endpoint since the start of this process.</summary>
    /// <returns>The numbers.</returns>
    public IReadOnlyList<(string FsrarId, string Endpoint, int Count)> Requests() => [.. counts.Select(one => (one.Key.FsrarId, one.Key.Endpoint, one.Value))];

    /// <summary>Documents that a UTM took more than once. Questions may be repeated.</summary>
    /// <returns>A line for each.</returns>
    public IReadOnlyList<UtmDouble> Doubles()
    {
        var documents = world.Posts.All.Where(one => !one.Element.StartsWith("Query", StringComparison.Ordinal) && !one.Withdrawn).ToList();
        var same = documents.Where(one => one.Identity is not null).GroupBy(one => (one.FsrarId, one.Element, What: $"Identity {one.Identity}"))
            .Concat(documents.Where(one => one.Identity is null).GroupBy(one => (one.FsrarId, one.Element, What: $"bytes {one.Hash}")));
        var acts = documents.Where(one => one.About is not null && one.Element.StartsWith("WayBillAct", StringComparison.Ordinal)).GroupBy(one => (one.FsrarId, one.Element, What: $"act {one.About}")).Where(HasExtraAct);
        return [.. same.Where(group => group.Count() > 1).Concat(acts).Select(group => new UtmDouble(group.Key.FsrarId, group.Key.Element, group.Key.What, [.. group.Select(one => one.RequestId)]))];
    }

    internal void Count(string fsrarId, string endpoint) => counts.AddOrUpdate((fsrarId, endpoint), 1, (_, before) => before + 1);

    // After a repeal, or after an act that was refused, the next act is right.
    private bool HasExtraAct(IEnumerable<UtmPost> acts)
    {
        var sorted = acts.OrderBy(one => one.Order).ToList();
        return sorted.Zip(sorted.Skip(1)).Any(pair => !WasRefused(pair.First) && !world.Posts.All.Any(one => one.About == pair.First.About && one.Element.Contains("Repeal", StringComparison.Ordinal) && one.Order > pair.First.Order && one.Order < pair.Second.Order));
    }

    private bool WasRefused(UtmPost act) => act.Delivered && !act.Conducted && !world.Waybills.Rows.Any(one => one.ActRequestId == act.RequestId);
}
