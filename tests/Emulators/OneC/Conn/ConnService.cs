using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>The HTTP service <c>hs/conn</c>: templates, verbs, calls by name, long operations, file parts.</summary>
internal sealed class ConnService(OneCBase owner)
{
    private readonly OperationMemory memory = new();
    private readonly FileMethods files = new(owner.Files);

    public async Task<OneCReply> HandleAsync(OneCRequest request)
    {
        var segments = request.Path["hs/conn/".Length..].Split('/');
        var reply = segments switch
        {
            ["version"] => Only("GET", request) ?? OneCReply.Text(200, ConnProtocol.Version),
            ["v1", "call", { Length: > 0 } method] => Only("POST", request) ?? await CallAsync(method, request),
            ["v1", "operations", { Length: > 0 } id] => Only("GET DELETE", request) ?? Operation(id, request),
            ["v1", var name] when FileMethods.VerbOf(name) is { } verb => Only(verb, request) ?? File(name, request),
            _ => OneCReply.Text(404, "Не найден подходящий шаблон URL HTTP-сервиса"),
        };
        return Dress(reply);
    }

    private static OneCReply? Only(string verbs, OneCRequest request) =>
        verbs.Split(' ').Contains(request.Verb) ? null : OneCReply.Text(405, "Метод HTTP не поддерживается").With("Allow", verbs.Replace(" ", ", ", StringComparison.Ordinal));

    private async Task<OneCReply> CallAsync(string method, OneCRequest request)
    {
        try
        {
            if (request.Body.Length > ConnProtocol.MaxBodyBytes) throw new OneCCallException(413, "BODY_TOO_LARGE", "Тело запроса больше 10 МБ: передавайте файл частями");
            var call = CallReader.Read(method, request, owner);
            var function = owner.Functions.Find(method) ?? throw new OneCCallException(404, "METHOD_NOT_FOUND", $"Метод «{method}» не найден");
            var id = request.Header(ConnProtocol.OperationIdHeader);
            return id.Length == 0 ? await function(call) : await memory.OnceAsync(id, call.Fingerprint, () => function(call));
        }
        catch (OneCCallException refusal)
        {
            return Refusal(refusal);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // A script error: 500 and its text, with the place in the module.
            return OneCReply.Text(500, $"{{HTTPСервис.conn.Модуль(17)}}: {defect.Message}");
        }
    }

    private static OneCReply Refusal(OneCCallException refusal)
    {
        var error = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message };
        if (refusal.Details is not null) error["details"] = refusal.Details;
        return OneCReply.Json(refusal.Status, new JsonObject { ["error"] = error });
    }

    private OneCReply Operation(string id, OneCRequest request)
    {
        if (request.Verb == "DELETE") owner.Operations.Cancel(id);
        return OneCReply.Json(200, owner.Operations.Describe(id));
    }

    private OneCReply File(string name, OneCRequest request)
    {
        try
        {
            return files.Run(name, request);
        }
        catch (OneCCallException refusal)
        {
            return Refusal(refusal);
        }
    }

    private OneCReply Dress(OneCReply reply)
    {
        if (reply.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) return reply;
        if (owner.Options.JsonWithBom) reply = reply with { Body = (byte[])[0xEF, 0xBB, 0xBF, .. reply.Body.Span] };
        return owner.Options.JsonAsHtml ? reply with { ContentType = "text/html; charset=utf-8" } : reply;
    }
}
