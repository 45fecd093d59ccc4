using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>How the UTMs are, for people who look after them.</summary>
internal sealed class UtmAdminMethods(EgaisPlan plan, UtmHealthCheck health, UtmTrial trial, UtmClient utm, IExchange exchange, TimeProvider time) : Connector
{
    private const string Class = "UtmAdmin";
    private static readonly IReadOnlyList<ExchangeStage> OnTheWay = [ExchangeStage.Sending, ExchangeStage.Uncertain];

    [ConnectorMethod("GetStatus", Class = Class, Aliases = ["ПолучитьСостояние"], TimeLimit = "00:05:00", Safety = MethodSafety.Safe, Description = "How each UTM is: verdict, versions, certificates, what waits in its boxes, unsent cheques.")]
    public async Task<ConnectorRecord> GetStatusAsync(CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "fsrarId", "Организации", "Организация"])] object? organisations = null)
    {
        var asked = Asked(organisations).Select(id => plan.Find(id)).ToList();
        var reached = (asked.Count > 0 ? asked : plan.Organisations.Where(organisation => organisation.Enabled)).Where(organisation => organisation.Mode == ExchangeMode.Server).ToList();
        // Side by side: one UTM that is away must not hold up the news of the others.
        var found = await Task.WhenAll(reached.Select(organisation => health.CountAsync(organisation, cancellationToken).AsTask())).ConfigureAwait(false);
        var failed = found.Where(one => one.Verdict != UtmVerdict.Ok).ToList();
        return new ConnectorRecord
        {
            ["organisations"] = found.Select(one => (object?)UtmRecords.Of(one, one.ChequesSince is { } since ? plan.LocalNow(time) - since : null)).ToList(),
            ["ok"] = failed.Count == 0,
            // A job that looks at UTMs must not be green while one of them is not.
            ["warnings"] = failed.Select(one => (object?)$"{one.Organisation.FsrarId}: {one.Error?.MessageRu ?? one.Verdict.ToString()}").ToList(),
            ["errorText"] = failed.Count == 0 ? null : string.Join('\n', failed.Select(one => $"{one.Organisation.FsrarId}: {one.Error?.MessageRu ?? one.Verdict.ToString()}")),
        };
    }

    [ConnectorMethod("TestConnection", Class = Class, Aliases = ["ПроверитьПодключение"], TimeLimit = "00:00:30", Safety = MethodSafety.Safe, Description = "Whose UTM answers at a host and port, and its version. Hosts beside those of the settings are listed in allowedHosts.")]
    public async Task<ConnectorRecord> TestConnectionAsync([ConnectorParameter("host", Aliases = ["Адрес"])] string host, CancellationToken cancellationToken, [ConnectorParameter("port", Aliases = ["Порт"])] int port = 8080)
    {
        var (owner, version) = await trial.TryAsync(host, port, cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord { ["fsrarId"] = owner, ["version"] = version, ["configured"] = owner is not null && plan.TryFind(owner) is not null };
    }

    [ConnectorMethod("IsSafeToStop", Class = Class, Aliases = ["МожноОстановить"], TimeLimit = "00:02:00", Safety = MethodSafety.Safe, Description = "Whether a UTM may be stopped: it has handed everything to the registry, and nothing is on its way to it.")]
    public async Task<bool> IsSafeToStopAsync([ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, CancellationToken cancellationToken)
    {
        var organisation = plan.Find(fsrarId);
        var underWay = await exchange.ListMessagesAsync(new ExchangeQuery { Organisation = organisation.FsrarId, Stages = OnTheWay, Limit = 1 }, cancellationToken).ConfigureAwait(false);
        if (underWay.Count > 0) return false;
        return (await utm.InboxAsync(organisation, cancellationToken).ConfigureAwait(false)).Count == 0;
    }

    private static IEnumerable<string> Asked(object? organisations) => organisations switch
    {
        null => [],
        string text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        IEnumerable<object?> list => list.Select(one => Convert.ToString(one, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        var other => [Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? ""],
    };
}
