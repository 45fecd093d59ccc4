using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>The methods of the class <c>Exchange</c>: those of the service one to one, and whole transfers.</summary>
internal sealed class OneCExchangeMethods(OneCExchange exchange, OneCValues values, OneCWriter writer, OneCOptions options)
{
    public const string Class = "Exchange";

    private static readonly OneCParameter Plan = Of("ExchangePlanName", OneCType.String), Node = Of("NodeCode", OneCType.String), File = Of("FileID", OneCType.String);
    private static readonly OneCParameter Session = Of("SessionID", OneCType.String), Number = Of("PartNumber", OneCType.Integer), Allowed = Of("TimeConsumingOperationAllowed", OneCType.Boolean, optional: true);

    public IEnumerable<OneCMethod> All() =>
    [
        Make("Version", MethodSafety.Safe, [], async (call, _, token) => await exchange.VersionAsync(call, token).ConfigureAwait(false)),
        Query("GET", "GetIBParameters", MethodSafety.Safe, [Plan, Node, Of("IsXDTOExchangePlan", OneCType.Boolean, optional: true)]),
        Make("CreateExchangeNode", MethodSafety.Unsafe, [Of("Settings", OneCType.Record)], CreateNodeAsync),
        Make("PutFilePart", MethodSafety.Keyed, [Session, Number, Of("Content", OneCType.Binary)], PutPartAsync),
        Query("POST", "SaveFileFromParts", MethodSafety.Unsafe, [Session, Of("PartCount", OneCType.Integer)]),
        Query("POST", "DownloadData", MethodSafety.Unsafe, [Plan, Node, File, Allowed], carriesData: true),
        Query("POST", "UploadData", MethodSafety.Unsafe, [Plan, Node, Allowed], carriesData: true),
        Query("GET", "GetContinuousOperationStatus", MethodSafety.Safe, [Of("OperationID", OneCType.String)]),
        Query("POST", "PrepareGetFile", MethodSafety.Keyed, [File, Of("BlockSize", OneCType.Integer)]),
        Make("GetFilePart", MethodSafety.Safe, [Session, Number], GetPartAsync),
        Query("DELETE", "ReleaseFile", MethodSafety.Keyed, [Session]),
        Query("POST", "PutMessageForDataMatching", MethodSafety.Unsafe, [Plan, Node, File]),
        Query("DELETE", "RemoveExchangeNode", MethodSafety.Unsafe, [Plan, Node]),
        Make("SendFile", MethodSafety.Unsafe, [Of("Content", OneCType.Binary), Of("FileName", OneCType.String, optional: true)], SendFileAsync, isLong: true),
        Make("FetchFile", MethodSafety.Safe, [File], FetchFileAsync, isLong: true),
        Make("Load", MethodSafety.Unsafe, [Plan, Node, Of("Content", OneCType.Binary)], LoadAsync, isLong: true),
        Make("Unload", MethodSafety.Unsafe, [Plan, Node], UnloadAsync, isLong: true),
    ];

    private static OneCParameter Of(string name, OneCType type, bool optional = false) => new(new ConnectorParameterInfo(name, OneCTypes.KindOf(type)) { Optional = optional }, name, type);

    private OneCMethod Query(string verb, string name, MethodSafety safety, OneCParameter[] parameters, bool carriesData = false) => Make(name, safety, parameters, async (call, given, token) =>
    {
        var query = given.Select(pair => KeyValuePair.Create(pair.Key, writer.TryText(pair.Value, OneCType.Any, out var text) ? text : null)).ToList();
        var answer = await exchange.CallAsync(call, new OneCExchangeCall(verb, name, safety) { Query = query, CarriesData = carriesData }, token).ConfigureAwait(false);
        return OneCDone.After(safety, () => values.FromJson(answer));
    });

    private OneCMethod Make(string name, MethodSafety safety, OneCParameter[] parameters, Func<OneCCall, IReadOnlyDictionary<string, object?>, CancellationToken, Task<object?>> run, bool isLong = false)
    {
        var binding = new OneCBinding($"{Class}.{name}", parameters, writer);
        var info = new ConnectorMethodInfo(Class, name)
        {
            Parameters = [.. parameters.Select(parameter => parameter.Info)],
            Safety = safety,
            TimeLimit = isLong ? options.LongLimit + options.PartTimeout : options.PartTimeout,
            Target = options.Http.BaseAddress.Authority,
        };
        return new OneCMethod(info, (call, token) => run(call, binding.Values(call.Args).ToDictionary(pair => pair.Parameter.Info.Name, pair => pair.Value, StringComparer.Ordinal), token));
    }

    private async Task<object?> CreateNodeAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken)
    {
        if (!writer.TryJson(given["Settings"], OneCType.Record, out var json)) json = new JObject();
        var asked = new OneCExchangeCall("POST", "CreateExchangeNode", MethodSafety.Unsafe) { Body = json.ToString(Newtonsoft.Json.Formatting.None) };
        var answer = await exchange.CallAsync(call, asked, cancellationToken).ConfigureAwait(false);
        return OneCDone.After(MethodSafety.Unsafe, () => values.FromJson(answer));
    }

    private async Task<object?> PutPartAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken)
    {
        var root = await exchange.RootAsync(call, cancellationToken).ConfigureAwait(false);
        await exchange.Files.PutPartAsync(root, call, (string)given["SessionID"]!, (int)(long)given["PartNumber"]!, (byte[])given["Content"]!, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<object?> GetPartAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken)
    {
        var root = await exchange.RootAsync(call, cancellationToken).ConfigureAwait(false);
        return await exchange.Files.GetPartAsync(root, call, (string)given["SessionID"]!, (int)(long)given["PartNumber"]!, cancellationToken).ConfigureAwait(false);
    }

    private async Task<object?> SendFileAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken)
    {
        var name = given.GetValueOrDefault("FileName") as string;
        return await SendAsync(call, (byte[])given["Content"]!, string.IsNullOrWhiteSpace(name) ? "Message.xml" : name, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> SendAsync(OneCCall call, byte[] content, string name, CancellationToken cancellationToken)
    {
        var zip = OneCZip.IsZip(content) ? content : OneCZip.Pack(name, content);
        return await exchange.Files.SendAsync(await exchange.RootAsync(call, cancellationToken).ConfigureAwait(false), call, zip, cancellationToken).ConfigureAwait(false);
    }

    private async Task<object?> FetchFileAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken) =>
        await FetchAsync(call, (string)given["FileID"]!, cancellationToken).ConfigureAwait(false);

    private async Task<byte[]> FetchAsync(OneCCall call, string file, CancellationToken cancellationToken)
    {
        var root = await exchange.RootAsync(call, cancellationToken).ConfigureAwait(false);
        return OneCZip.Unpack(await exchange.Files.FetchAsync(root, call, file, cancellationToken).ConfigureAwait(false), options.Http.MaxStreamBytes);
    }

    // Into 1C: send the file, have it loaded, wait for the end.
    private async Task<object?> LoadAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken)
    {
        var file = await SendAsync(call, (byte[])given["Content"]!, "Message.xml", cancellationToken).ConfigureAwait(false);
        await StartAndWaitAsync(call, "DownloadData", [.. PlanOf(given), new("FileID", file)], cancellationToken).ConfigureAwait(false);
        return null;
    }

    // Out of 1C: have it unloaded, wait for the end, fetch the file.
    private async Task<object?> UnloadAsync(OneCCall call, IReadOnlyDictionary<string, object?> given, CancellationToken cancellationToken)
    {
        var answer = await StartAndWaitAsync(call, "UploadData", [.. PlanOf(given)], cancellationToken).ConfigureAwait(false);
        if (OneCExchange.Text(answer["FileID"]) is not { Length: > 0 } file) return null;

        // The number of the message is spent: without the file the node and the base are no longer in step.
        return await OneCDone.AfterAsync(MethodSafety.Unsafe, () => FetchAsync(call, file, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<JObject> StartAndWaitAsync(OneCCall call, string name, IReadOnlyList<KeyValuePair<string, string?>> query, CancellationToken cancellationToken)
    {
        var asked = new OneCExchangeCall("POST", name, MethodSafety.Unsafe) { Query = [.. query, new("TimeConsumingOperationAllowed", "true")], CarriesData = true };
        return await exchange.EndAsync(call, await exchange.CallAsync(call, asked, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<KeyValuePair<string, string?>> PlanOf(IReadOnlyDictionary<string, object?> given) =>
        [new("ExchangePlanName", (string)given["ExchangePlanName"]!), new("NodeCode", (string)given["NodeCode"]!)];
}
