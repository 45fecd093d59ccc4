using System.Diagnostics;
using Faults.Kills;

namespace Faults.Egais;

/// <summary>What is looked at while a moment is waited for.</summary>
/// <param name="System">The UTMs.</param>
/// <param name="Store">The server's database.</param>
/// <param name="Waybill">The waybill that is to be killed over.</param>
/// <param name="RandomTime">The time of a kill at random.</param>
internal sealed record EgaisMoment(UtmSystem System, StoreFile Store, string Waybill, TimeSpan RandomTime)
{
    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly Dictionary<string, int> before = new(StringComparer.Ordinal);

    /// <summary>Whether a request has come to an endpoint of a UTM since the first look.</summary>
    public async Task<bool> IsAskedAsync(string fsrarId, string endpoint)
    {
        var count = await System.CountAsync(fsrarId, endpoint);
        return count > (before.TryGetValue(endpoint, out var first) ? first : before[endpoint] = count);
    }

    public Task<bool> IsKept(string sql) => Task.FromResult(Store.Count(sql, Waybill) > 0);

    public Task<bool> IsOverAsync() => Task.FromResult(since.Elapsed > RandomTime);
}
