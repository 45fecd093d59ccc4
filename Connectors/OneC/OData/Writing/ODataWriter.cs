using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>Everything that changes the base. Whether 1C heeds <c>If-Match</c> is doubtful, so versions are compared on this side as well.</summary>
internal sealed partial class ODataWriter(ODataClient client, ODataCatalog catalog, ODataOptions options, OneCZone zone)
{
    private const string Format = "$format=" + ODataClient.LightJson;
    private readonly ODataLiteral literals = new(zone);

    /// <summary>Makes a new object and hands back what 1C has made of it.</summary>
    public async Task<ConnectorRecord> CreateAsync(ODataChange change, ODataCalls calls, CancellationToken cancellationToken)
    {
        var (model, entity, type) = await FindAsync(change.Entity, cancellationToken).ConfigureAwait(false);
        var body = new BodyWriter(model, zone).Write(change.Fields, type);
        var answer = await client.SendAsync("POST", $"{AddressText.Encode(entity)}?{Format}", calls.First, change.Safety, cancellationToken, body, HeadersOf(change)).ConfigureAwait(false);
        if (answer.First == '{') return OneCDone.After(change.Safety, () => Values(model).Record(ODataClient.ObjectOf(answer), type));
        var made = KeyInLocation().Match(Uri.UnescapeDataString(answer.Location ?? ""));
        return made.Success && type.Keys.Count == 1
            ? new ConnectorRecord { { type.Keys[0], made.Groups[1].Value } }
            : Values(model).Record(ODataClient.ObjectOf(answer), type);
    }

    /// <summary>Changes some fields, or all of them when it replaces.</summary>
    public async Task<ConnectorRecord?> ChangeAsync(ODataChange change, bool replaces, ODataCalls calls, CancellationToken cancellationToken)
    {
        var (model, entity, type) = await FindAsync(change.Entity, cancellationToken).ConfigureAwait(false);
        var address = ODataAddress.One(entity, type, change.Key, literals);
        var body = new BodyWriter(model, zone).Write(change.Fields, type, bindsReferences: replaces);
        await CheckVersionAsync(change, address, type, calls, cancellationToken).ConfigureAwait(false);
        var answer = await client.SendAsync(replaces ? "PUT" : "PATCH", $"{address}?{Format}", calls.First, change.Safety, cancellationToken, body, HeadersOf(change)).ConfigureAwait(false);
        return answer.First == '{' ? OneCDone.After(change.Safety, () => Values(model).Record(ODataClient.ObjectOf(answer), type)) : null;
    }

    /// <summary>Sets or takes off the deletion mark.</summary>
    public Task MarkDeletedAsync(ODataChange change, bool mark, ODataCalls calls, CancellationToken cancellationToken) =>
        ChangeAsync(change with { Fields = new ConnectorRecord { { "DeletionMark", mark } } }, replaces: false, calls, cancellationToken);

    /// <summary>Deletes an object for good, where the settings allow it.</summary>
    public async Task DeleteAsync(ODataChange change, ODataCalls calls, CancellationToken cancellationToken)
    {
        var (_, entity, type) = await FindAsync(change.Entity, cancellationToken).ConfigureAwait(false);
        if (!options.AllowDelete) throw ODataErrors.DeleteForbidden(entity);
        var address = ODataAddress.One(entity, type, change.Key, literals);
        await CheckVersionAsync(change, address, type, calls, cancellationToken).ConfigureAwait(false);
        await client.SendAsync("DELETE", address, calls.First, change.Safety, cancellationToken, headers: HeadersOf(change)).ConfigureAwait(false);
    }

    /// <summary>Posts a document, or takes its posting back.</summary>
    public async Task PostAsync(ODataChange change, bool post, bool operational, ODataCalls calls, CancellationToken cancellationToken)
    {
        var (_, entity, type) = await FindAsync(change.Entity, cancellationToken).ConfigureAwait(false);
        if (type.Find("Posted") is null) throw ODataErrors.Argument("entity", $"{entity} is not a document, it cannot be posted", $"{entity} — не документ, его нельзя провести");
        var address = ODataAddress.One(entity, type, change.Key, literals);
        await CheckVersionAsync(change, address, type, calls, cancellationToken).ConfigureAwait(false);
        var action = post ? $"Post?PostingModeOperational={(operational ? "true" : "false")}" : "Unpost";
        await client.SendAsync("POST", $"{address}/{action}", calls.First, change.Safety, cancellationToken, headers: HeadersOf(change)).ConfigureAwait(false);
    }

    /// <summary>Takes the changes registered for a node of an exchange plan.</summary>
    public async Task<IReadOnlyList<ConnectorRecord>> SelectChangesAsync(string plan, string node, long message, ODataCalls calls, CancellationToken cancellationToken)
    {
        var (model, point) = await PointAsync(plan, node, cancellationToken).ConfigureAwait(false);
        var answer = await client.SendAsync("POST", $"SelectChanges?DataExchangePoint={point}&MessageNo={message}&{Format}", calls.First, MethodSafety.Unsafe, cancellationToken).ConfigureAwait(false);
        if (ODataClient.ObjectOf(answer)["value"] is not JArray changes) throw ODataErrors.NoChanges(answer);
        return OneCDone.After(MethodSafety.Unsafe, () => changes.OfType<JObject>().Select(change => ChangeOf(change, model)).ToList());
    }

    /// <summary>Confirms them: 1C forgets what was registered up to the message.</summary>
    public async Task ConfirmChangesAsync(string plan, string node, long message, ODataCalls calls, CancellationToken cancellationToken)
    {
        var (_, point) = await PointAsync(plan, node, cancellationToken).ConfigureAwait(false);
        await client.SendAsync("POST", $"NotifyChangesReceived?DataExchangePoint={point}&MessageNo={message}", calls.First, MethodSafety.Unsafe, cancellationToken).ConfigureAwait(false);
    }

    private ConnectorRecord ChangeOf(JObject change, EdmModel model)
    {
        var name = (string?)change["odata.type"] is { } published ? ODataValues.TypeName(published) : null;
        var record = new ConnectorRecord();
        if (name is not null) record.Add("entity", name);
        foreach (var (field, value) in Values(model).Record(change, name is null ? null : model.Type(name))) record.Add(field, value);
        return record;
    }

    private async Task<(EdmModel Model, string Point)> PointAsync(string plan, string node, CancellationToken cancellationToken)
    {
        var (model, entity, _) = await FindAsync(plan.Contains('_', StringComparison.Ordinal) || plan.Contains('.', StringComparison.Ordinal) ? plan : $"ExchangePlan_{plan}", cancellationToken).ConfigureAwait(false);
        if (!Guid.TryParse(node, out var id)) throw ODataErrors.Argument("node", "give the Ref_Key of a node of the exchange plan", "передайте Ref_Key узла плана обмена");
        // 1C takes the whole address of the node between quotes, and its own quotes are not doubled there.
        return (model, AddressText.Encode($"'{client.Address}/{entity}({ODataLiteral.Guid(id)})'"));
    }

    private async Task CheckVersionAsync(ODataChange change, string address, EdmType type, ODataCalls calls, CancellationToken cancellationToken)
    {
        if (change.DataVersion is not { } expected) return;
        if (type.Find("DataVersion") is null) throw ODataErrors.UnknownField("dataVersion", "DataVersion", type);
        var found = await client.GetObjectAsync($"{address}?{Format}&$select=DataVersion", calls.First, cancellationToken).ConfigureAwait(false);
        var version = (string?)found["DataVersion"] ?? "";
        if (version != expected) throw ODataErrors.VersionChanged(type.Name, expected, version);
    }

    private static Dictionary<string, string> HeadersOf(ODataChange change)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (change.DataLoad) headers["1C_OData-DataLoadMode"] = "true";
        if (change.DataVersion is { } version) headers["If-Match"] = version;
        return headers;
    }

    private async Task<(EdmModel Model, string Entity, EdmType Type)> FindAsync(string given, CancellationToken cancellationToken)
    {
        var model = await catalog.GetAsync(cancellationToken).ConfigureAwait(false);
        var entity = EntityName.Find(given, model);
        return (model, entity, model.TypeOf(entity) ?? throw ODataErrors.UnknownEntity(given, model));
    }

    private ODataValues Values(EdmModel model) => new(zone, model) { TrimsTexts = options.TrimTexts };

    [GeneratedRegex(@"\(guid'([0-9a-fA-F-]{36})'\)\s*$")]
    private static partial Regex KeyInLocation();
}
