using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Tries a UTM that need not be in the settings. It goes only where the settings allow: a caller must not be able to look around in the server's network.</summary>
internal sealed class UtmTrial(EgaisPlan plan, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async ValueTask<(string? Owner, string? Version)> TryAsync(string host, int port, CancellationToken cancellationToken)
    {
        var asked = host.Trim();
        if (!HostName.IsHost(asked) || port is < 1 or > 65_535 || !IsAllowed(asked, port)) throw new ConnectorException(Refused(asked, port));
        var organisation = new EgaisOrganisation("", asked, port) { Timeout = Patience };
        using var utm = new UtmClient(plan, logger, time);
        var answer = await utm.PageAsync(organisation, UtmPaths.Info, cancellationToken).ConfigureAwait(false);
        var info = answer.IsOk ? UtmInfo.Read(answer.Body) : null;
        var owner = info?.OwnerId ?? info?.DatabaseOwnerId;
        if (owner is null && await utm.PageAsync(organisation, UtmPaths.Diagnosis, cancellationToken).ConfigureAwait(false) is { IsOk: true, IsXml: true } diagnosis) owner = UtmOwners.OwnerIn(diagnosis.Body);
        if (owner is null && info is null) throw new ConnectorException(UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)));
        return (owner, info?.Version);
    }

    private bool IsAllowed(string host, int port) =>
        plan.Organisations.Any(organisation => organisation.Host.Equals(host, StringComparison.OrdinalIgnoreCase))
        || plan.Workplaces.Values.SelectMany(organisations => organisations).Any(organisation => organisation.Host.Equals(host, StringComparison.OrdinalIgnoreCase))
        || plan.AllowedHosts.Any(allowed => allowed.Equals(host, StringComparison.OrdinalIgnoreCase) || allowed.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));

    private static ConnectorError Refused(string host, int port) =>
        new(ConnectorErrorCode.InvalidArguments, $"{(host.Length <= 60 ? host : host[..60])}:{port} is not tried: it is no host of the connector's settings. Add it to allowedHosts.")
        {
            MessageRu = "Этот адрес не проверяется: его нет в настройках коннектора. Добавьте его в allowedHosts.",
            Reason = "ADDRESS_REFUSED",
            Offenders = ["host: not allowed"],
        };
}
