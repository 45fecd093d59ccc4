using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Our convention of an HTTP service: calls by name, answers with a result, an operation that goes on, or a file.</summary>
internal sealed class OneCService(OneCTransport transport, OneCFiles files, OneCOperations operations)
{
    /// <summary>More goes as a file in parts, either way.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    private readonly string root = transport.Options.ServicePath;
    private readonly string version = transport.Options.Version;

    /// <summary>Calls a method of 1C.</summary>
    /// <returns>The result as JSON; null for none.</returns>
    public async Task<JToken?> CallAsync(OneCCall call, OneCServiceCall asked, CancellationToken cancellationToken)
    {
        var content = new JObject { ["args"] = asked.Args, ["context"] = OneCContext.Of(call.Args) };
        var bytes = Encoding.UTF8.GetBytes(content.ToString(Formatting.None));
        if (bytes.Length > MaxBodyBytes) bytes = await SentAsFileAsync(call, bytes, cancellationToken).ConfigureAwait(false);
        var answer = await transport.SendAsync(
            new OneCRequest("POST", OneCAddress.Below(root, version, "call", asked.Name))
            {
                Body = TransportBody.Bytes(bytes, "application/json; charset=utf-8"),
                Safety = asked.Safety,
                Call = call,
                Timeout = asked.Limit,
            },
            cancellationToken).ConfigureAwait(false);
        return await ResultOfAsync(call, asked, OneCJson.Read(answer), answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JToken?> ResultOfAsync(OneCCall call, OneCServiceCall asked, JToken? body, OneCAnswer answer, CancellationToken cancellationToken)
    {
        if (body is null) return null;
        if (body is not JObject fields) throw OneCJson.Strange(answer, "it is not an object", "это не объект");
        if (IsGiven(fields["error"]) && !IsGiven(fields["result"])) throw OneCFailures.Of(answer);
        if (fields["operation"] is JObject operation)
        {
            var end = await operations.WaitAsync(call, asked, operation, answer, cancellationToken).ConfigureAwait(false);
            fields = end;
        }

        if (fields["file"] is JObject file && (string?)file["id"] is { Length: > 0 } id)
        {
            fields = await OneCDone.AfterAsync(asked.Safety, () => FetchedAsync(call, id, answer, cancellationToken)).ConfigureAwait(false);
        }

        return fields.TryGetValue("result", StringComparison.Ordinal, out var result)
            ? result
            : throw OneCJson.Strange(answer, "it has neither result nor operation", "в нём нет ни result, ни operation");
    }

    // 1C code often fills every field, and writes null for what there is not.
    private static bool IsGiven(JToken? field) => field is { Type: not (JTokenType.Null or JTokenType.Undefined) };

    private async Task<byte[]> SentAsFileAsync(OneCCall call, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var id = await files.SendAsync(OneCFileRoot.Own(root, version), call, OneCZip.Pack("request.json", content), cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetBytes(new JObject { ["file"] = id }.ToString(Formatting.None));
        }
        catch (ConnectorException failure) when (failure.Error.InDoubt)
        {
            // Only parts of a file have gone out; the call itself has not.
            throw new ConnectorException(failure.Error with { InDoubt = false }, failure);
        }
    }

    private async Task<JObject> FetchedAsync(OneCCall call, string id, OneCAnswer answer, CancellationToken cancellationToken)
    {
        var zip = await files.FetchAsync(OneCFileRoot.Own(root, version), call, id, cancellationToken).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString(OneCZip.Unpack(zip, transport.Options.Http.MaxStreamBytes)).TrimStart('\uFEFF');
        return OneCJson.Read(answer with { Text = text }) as JObject ?? throw OneCJson.Strange(answer, "the file holds no object", "в файле нет объекта");
    }
}
