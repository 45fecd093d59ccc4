using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Exports (выгрузки): a task, its state, its file as a table.</summary>
internal sealed class ExportMethods(ZnakParts parts, RegisterCall register) : Connector
{
    private const string Class = "Exports";
    private const string CountKind = "exports";
    private const int TasksADay = 10;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(60);

    [ConnectorMethod("Create", Class = Class, Aliases = ["Создать"], Description = "Orders an export, such as FILTERED_CIS_REPORT; at most ten a day for one product group.")]
    public async Task<ConnectorRecord> CreateAsync(
        [ConnectorParameter("name", Aliases = ["Имя"])] string name, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string productGroup, CancellationToken cancellationToken, [ConnectorParameter("parameters", Aliases = ["params", "Параметры"])] ConnectorRecord? parameters = null,
        [ConnectorParameter("from", Aliases = ["dataStartDate"])] string? from = null, [ConnectorParameter("to", Aliases = ["dataEndDate"])] string? to = null, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var owner = parts.Plan.Find(organisation);
        var group = Number(productGroup);
        await CountAsync(owner, group, cancellationToken).ConfigureAwait(false);
        var body = new JObject
        {
            ["name"] = name, ["format"] = "CSV", ["periodicity"] = "SINGLE", ["productGroupCode"] = group, ["params"] = JsonValues.ToJson(DocumentBytes.Dated(parameters ?? [])).ToString(Formatting.None),
        };
        if (from is not null) body["dataStartDate"] = from;
        if (to is not null) body["dataEndDate"] = to;
        var request = RegisterCall.Post(owner, RegisterCall.V3 + "dispenser/tasks", body, TimeSpan.Zero) with { Class = CallClass.IrreversibleWrite };
        return RegisterCall.Record(await register.AskAsync(request, cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("Get", Class = Class, Aliases = ["Состояние"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Where an export stands; may be asked once a minute.")]
    public async Task<ConnectorRecord> GetAsync([ConnectorParameter("id")] string id, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string productGroup, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var path = RegisterCall.Query(RegisterCall.V3 + $"dispenser/tasks/{Uri.EscapeDataString(id)}", ("pg", Text(productGroup)));
        return RegisterCall.Record(await register.AskAsync(RegisterCall.Get(parts.Plan.Find(organisation), path, TimeSpan.Zero) with { Interval = Between }, cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("Download", Class = Class, Aliases = ["Загрузить"], Safety = MethodSafety.Safe, TimeLimit = "00:05:00", Description = "The rows of a finished export.")]
    public async Task<ConnectorTable> DownloadAsync([ConnectorParameter("id")] string id, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string productGroup, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var owner = parts.Plan.Find(organisation);
        var path = RegisterCall.Query(RegisterCall.V3 + "dispenser/results", ("page", "0"), ("size", "10"), ("pg", Text(productGroup)), ("task_ids", id));
        var results = await register.AskAsync(RegisterCall.Get(owner, path, TimeSpan.Zero), cancellationToken).ConfigureAwait(false);
        var ready = results.Items("list").FirstOrDefault(result => result.Text("taskId") == id && result.Text("available") == "AVAILABLE").Text("id") ?? throw NotReady(id);
        var request = RegisterCall.Get(owner, RegisterCall.Query(RegisterCall.V3 + $"dispenser/results/{Uri.EscapeDataString(ready)}/file", ("pg", Text(productGroup))), TimeSpan.Zero) with { Accept = "*/*", Limit = TimeSpan.FromMinutes(3) };
        var answer = await register.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk) throw ZnakFailures.Of(answer, request);
        try
        {
            return ExportFile.Read(answer.Body);
        }
        catch (InvalidDataException)
        {
            throw ZnakFailures.Unreadable(answer with { Body = [] }, request);
        }
    }

    // The other side counts too; asking an eleventh time would cost a refusal that looks like an error.
    private async ValueTask CountAsync(ZnakOrganisation owner, int group, CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var key = string.Create(CultureInfo.InvariantCulture, $"{owner.Contour}:{owner.Inn}:{group}:{now:yyyy-MM-dd}");
        var record = await parts.Records.GetAsync(CountKind, key, cancellationToken).ConfigureAwait(false);
        var made = record is null ? 0 : int.Parse(Encoding.UTF8.GetString(record.Content), CultureInfo.InvariantCulture);
        if (made >= TasksADay) throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Busy, $"{TasksADay} exports of this product group were ordered today already. Order the next one tomorrow.") { MessageRu = $"Сегодня по этой группе уже заказано {TasksADay} выгрузок. Следующую закажите завтра.", Reason = ZnakReasons.LimitExceeded });
        await parts.Records.WriteAsync([new RecordChange(CountKind, key, Encoding.UTF8.GetBytes((made + 1).ToString(CultureInfo.InvariantCulture))) { ExpectedVersion = record?.Version ?? 0, ExpiresAt = now.AddDays(2) }], cancellationToken).ConfigureAwait(false);
    }

    private string Text(string group) => Number(group).ToString(CultureInfo.InvariantCulture);

    private int Number(string group) =>
        int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : parts.Plan.Groups.NumberOf(group) ?? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The number of the product group '{group}' is not known. Give the number, or add it to productGroups in the settings.")
        {
            MessageRu = $"Номер товарной группы «{group}» неизвестен. Укажите номер или добавьте его в productGroups в настройках.",
            Offenders = [$"productGroup: '{group}' is not known"],
        });

    private static ConnectorException NotReady(string id) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"The export {id} is not ready. Ask again in a minute.") { MessageRu = $"Выгрузка {id} ещё не готова. Спросите через минуту.", Reason = "NOT_READY", Retryable = true, RetryAfter = Between });
}
