using System.Security.Cryptography;

namespace Emulators.ChestnyZnak;

/// <summary>Tells what callers did: what was handed out to them, and what they sent twice.</summary>
public sealed class Judge
{
    private readonly World world;

    internal Judge(World world) => this.world = world;

    /// <summary>How often somebody signed in, by purpose: true-api, suz or permissive.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <returns>The number of tokens that were given.</returns>
    public int SignIns(string purpose) => world.Tokens.All.Count(one => one.Purpose == purpose);

    /// <summary>How many requests came to an endpoint, such as <c>suz GET codes</c>.</summary>
    /// <param name="endpoint">Service, verb and path.</param>
    /// <returns>The number.</returns>
    public int Requests(string endpoint) => world.Requests.All.Count(one => one.Endpoint == endpoint);

    /// <summary>Every code of an order that was handed out, whether or not the answer arrived; once more for every block it stands in.</summary>
    /// <param name="orderId">The order; null for all.</param>
    /// <returns>The complete codes, in order.</returns>
    public IReadOnlyList<string> HandedOut(string? orderId = null) => [.. world.Blocks.All.Where(one => orderId is null || one.OrderId == orderId).SelectMany(one => one.Codes)];

    /// <summary>Codes that were annulled because an order was closed before they were taken.</summary>
    /// <param name="orderId">The order; null for all.</param>
    /// <returns>The number.</returns>
    public int Annulled(string? orderId = null) => world.Orders.All.Where(one => orderId is null || one.OrderId == orderId).Sum(one => one.Buffers.Sum(buffer => buffer.Annulled));

    /// <summary>Documents, reports and orders that came more than once: the same bytes of one participant, or the same own id of an order.</summary>
    /// <returns>A line for each: kind, how often, and the ids.</returns>
    public IReadOnlyList<Double> Doubles()
    {
        var documents = world.Documents.All.Where(one => one.Content.Length > 0 && one.Format != "UPD").Select(one => (Kind: one.Type, Key: $"{one.SenderInn} {one.ProductGroup} {Hash(one.Content)}", Id: one.Number));
        var orders = world.Orders.All.Where(one => one.ProductionOrderId is not null).Select(one => (Kind: "ORDER", Key: $"{one.Inn} {one.ProductionOrderId}", Id: one.OrderId));
        var reports = world.Reports.All.Select(one => (Kind: one.Kind, Key: $"{one.Inn} {Hash(one.Body)}", Id: one.ReportId));
        return [.. documents.Concat(orders).Concat(reports).GroupBy(one => (one.Kind, one.Key)).Where(group => group.Count() > 1).Select(group => new Double(group.Key.Kind, [.. group.Select(one => one.Id)]))];
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
