using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Looks into the boxes of the UTMs, and removes from them what people want removed.</summary>
internal sealed class BoxMethods(EgaisParts parts, BoxRemoval removal) : Connector
{
    private const string Limit = "00:05:00";

    [ConnectorMethod("CheckIncoming", Class = EgaisRooms.Exchange, Aliases = ["ПроверитьВходящиеДокументы"], Safety = MethodSafety.Safe, TimeLimit = Limit, Description = "What lies in the boxes of this server's UTMs; nothing is read and nothing changes.")]
    public async Task<ConnectorRecord> CheckIncomingAsync(CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null, [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца"])] string? owner = null)
    {
        var report = new ExchangeReport { Owner = owner };
        var addresses = new List<object?>();
        await EachAsync(organisations, report, "Не удалось получить список входящих документов организации {0}. По причине: {1}", async organisation =>
        {
            var found = new List<object?>();
            await parts.Owners.CheckAsync(organisation, cancellationToken).ConfigureAwait(false);
            await foreach (var entry in parts.Utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false)) found.Add(Of(organisation, entry));
            addresses.AddRange(found);
        }).ConfigureAwait(false);
        return new ConnectorRecord { { "addresses", addresses }, { "clientSettings", SettingRecords.ByOrganisation(report.Clients) }, { "errorText", string.Join("\n", report.Texts) }, { "ownerToken", owner } };
    }

    [ConnectorMethod("GetIncomingMessages", Class = EgaisRooms.Exchange, Aliases = ["ВходящиеСообщения"], Safety = MethodSafety.Safe, TimeLimit = Limit, Description = "The documents in the boxes of this server's UTMs with their XML; nothing changes.")]
    public async Task<ConnectorRecord> GetIncomingMessagesAsync(CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null, [ConnectorParameter("limit", Aliases = ["Количество"])] int? limit = null)
    {
        var report = new ExchangeReport();
        var most = limit ?? parts.Plan.Limits.Batch;
        var documents = new ConnectorRecord();
        var more = false;
        await EachAsync(organisations, report, "Не удалось получить входящие сообщения организации {0}. По причине: {1}", async organisation =>
        {
            var read = new List<object?>();
            await parts.Owners.CheckAsync(organisation, cancellationToken).ConfigureAwait(false);
            documents[organisation.FsrarId] = read;
            var entries = new List<UtmEntry>();
            await foreach (var entry in parts.Utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false)) entries.Add(entry);
            more |= entries.Count > most;
            foreach (var entry in entries.Take(most)) await ReadAsync(organisation, entry, read, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return new ConnectorRecord { { "toLoad", documents }, { "more", more }, { "clientSettings", SettingRecords.ByOrganisation(report.Clients) }, { "errorText", string.Join("\n", report.Texts) } };
    }

    [ConnectorMethod("DeleteIncoming", Class = EgaisRooms.Exchange, Aliases = ["УдалитьВходящиеДокументы"], TimeLimit = Limit, Description = "Deletes documents from the UTMs whose content is taken in; force archives and deletes others too. A workplace tells with deleted=true what it deleted itself.")]
    public Task<ConnectorRecord> DeleteIncomingAsync([ConnectorParameter("documents", Aliases = ["incoming", "Документы"])] object documents, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false) =>
        removal.RunAsync(CallFields.Records(documents, "documents"), force, CallRun.UserOf(args), cancellationToken);

    // One that somebody else took meanwhile is no longer there to be shown.
    private async Task ReadAsync(EgaisOrganisation organisation, UtmEntry entry, List<object?> read, CancellationToken cancellationToken)
    {
        try
        {
            var record = Of(organisation, entry);
            record["xml"] = Encoding.UTF8.GetString(await parts.Utm.FetchAsync(organisation, entry.Path, cancellationToken).ConfigureAwait(false));
            read.Add(record);
        }
        catch (ConnectorException gone) when (gone.Error.Reason == UtmReasons.Gone)
        {
            _ = gone;
        }
    }

    // The failure of one organisation must not hide the others.
    private async Task EachAsync(object? organisations, ExchangeReport report, string text, Func<EgaisOrganisation, Task> look)
    {
        var worked = false;
        ConnectorException? last = null;
        foreach (var organisation in OrganisationList.Of(parts.Plan, organisations, report))
        {
            if (organisation.Mode == ExchangeMode.Client)
            {
                report.Clients = [.. report.Clients, organisation];
                continue;
            }

            try
            {
                await look(organisation).ConfigureAwait(false);
                worked = true;
            }
            catch (ConnectorException failure)
            {
                last = failure;
                report.Warn(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, organisation.FsrarId, ChangeRecords.TextOf(failure.Error)));
            }
        }

        if (!worked && last is not null) throw last;
    }

    private static ConnectorRecord Of(EgaisOrganisation organisation, UtmEntry entry) => new()
    {
        { "fsrarId", organisation.FsrarId }, { "url", entry.Path }, { "docType", entry.Type }, { "number", entry.Number }, { "replyId", entry.ReplyId }, { "timestamp", entry.Timestamp },
        { "isBusiness", !entry.Is("Ticket") && !entry.Type.StartsWith("Reply", StringComparison.OrdinalIgnoreCase) },
    };
}
