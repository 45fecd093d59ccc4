using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>How codes are checked before a sale, read and checked.</summary>
internal sealed record PermissiveRules
{
    public IReadOnlyList<SaleStore> Stores { get; init; } = [];

    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(1.5);

    public TimeSpan HostLimit { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan Reserve { get; init; } = TimeSpan.FromSeconds(0.35);

    public TimeSpan HealthLimit { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan RefreshEarliest { get; init; } = TimeSpan.FromHours(6);

    public TimeSpan RefreshLatest { get; init; } = TimeSpan.FromHours(7);

    public TimeSpan AsideTime { get; init; } = TimeSpan.FromMinutes(15);

    public int FailuresToSetAside { get; init; } = 3;

    public TimeSpan StateLife { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan JournalLife { get; init; } = TimeSpan.FromDays(365);

    public IReadOnlyList<string> HostDomains { get; init; } = ["crpt.ru", "crptech.ru"];

    public VerdictRules Verdicts { get; init; } = new();

    /// <summary>Finds a store; without a name the only one, or that of the organisation named.</summary>
    /// <exception cref="ConnectorException">There is no such store.</exception>
    public SaleStore Find(string? store, string? inn)
    {
        var fitting = Stores.Where(one => (string.IsNullOrWhiteSpace(store) || one.Id.Equals(store.Trim(), StringComparison.OrdinalIgnoreCase)) && (string.IsNullOrWhiteSpace(inn) || one.Organisation.Inn == inn.Trim())).ToList();
        if (fitting.Count == 1) return fitting[0];
        var known = string.Join(", ", Stores.Select(one => one.Id));
        throw new ConnectorException(fitting.Count == 0
            ? new ConnectorError(ConnectorErrorCode.InvalidArguments, $"There is no store '{store}{(string.IsNullOrWhiteSpace(inn) ? "" : $" of {inn}")}' in permissive.stores. Known: {known}.")
            {
                MessageRu = $"В permissive.stores нет магазина «{store}{(string.IsNullOrWhiteSpace(inn) ? "" : $" {inn}")}». Известны: {known}.",
                Reason = "STORE_UNKNOWN",
                Offenders = [$"store: '{store}' is not known"],
            }
            : new ConnectorError(ConnectorErrorCode.InvalidArguments, $"Several stores fit; name one. Known: {known}.")
            {
                MessageRu = $"Подходит несколько магазинов; укажите один. Известны: {known}.",
                Reason = "STORE_MISSING",
                Offenders = ["store: missing"],
            });
    }
}
