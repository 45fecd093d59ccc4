using System.Globalization;
using System.Text;
using Cleverence.Warehouse;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>Sends calls to the server. A lost connection is tried again under the same request id, so nothing runs twice.</summary>
internal sealed class ServerClient(Uri server, string key, string language, TimeSpan? pause = null) : IDisposable
{
    private const int Attempts = 3;
    private static readonly string[] SessionNames = ["userId", "deviceId", "warehouseId", "documentId"];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => http.Dispose();

    public async Task<CallOutcome> InvokeAsync(InvokeMethodAction action, InvokeArgs args, TsdSession session, CancellationToken cancellationToken)
    {
        var requestId = args.RequestId!;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (action.WaitingTime > 0) waiting.CancelAfter(TimeSpan.FromSeconds(action.WaitingTime));
        var body = BodyOf(action, args, session);
        try
        {
            return await SendAsync(args, body, session, waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CallOutcome(RunOutcome.TimedOut) { Code = "Timeout", RequestId = requestId };
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return new CallOutcome(RunOutcome.NoConnection) { Code = "NoConnection", Message = lost.Message, RequestId = requestId };
        }
    }

    private async Task<CallOutcome> SendAsync(InvokeArgs args, string body, TsdSession session, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = RequestOf(args, body, session);
                using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                return Read(await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false), args.RequestId!, (int)answer.StatusCode);
            }
            catch (Exception lost) when (attempt < Attempts && lost is HttpRequestException or IOException)
            {
                await Task.Delay(pause ?? TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A request that reads something of this device.</summary>
    public HttpRequestMessage Get(string path, TsdSession session)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
        AddHeaders(request, session);
        return request;
    }

    /// <summary>Sends a request and gives its answer as soon as it begins.</summary>
    public Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request, CancellationToken cancellationToken) => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private HttpRequestMessage RequestOf(InvokeArgs args, string body, TsdSession session)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, $"/api/v1/connectors/{Uri.EscapeDataString(args.ConnectorId)}/invoke"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Request-Id", args.RequestId);
        AddHeaders(request, session);
        if (args.Deadline is { } deadline) request.Headers.Add("X-Deadline-Ms", ((long)deadline.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        return request;
    }

    private void AddHeaders(HttpRequestMessage request, TsdSession session)
    {
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("X-Device", session["deviceId"] as string ?? "TSD-1");
        request.Headers.Add("Accept-Language", language);
    }

    private static string BodyOf(InvokeMethodAction action, InvokeArgs args, TsdSession session)
    {
        var body = BodyOf(args, session);
        if (action.Background) body["background"] = true;
        return body.ToString(Formatting.None);
    }

    private static JObject BodyOf(InvokeArgs args, TsdSession session) => new()
    {
        ["class"] = args.ClassName,
        ["method"] = args.MethodName,
        ["args"] = new JObject(args.Parameters.Select(argument => new JProperty(argument.Name, WireJson.Write(argument.Value)))),
        ["session"] = new JObject(SessionNames.Where(name => session[name] is not null).Select(name => new JProperty(name, WireJson.Write(session[name])))),
    };

    /// <summary>Reads the answer of a call: its result, its error, or the id under which it goes on.</summary>
    public static CallOutcome Read(string text, string requestId, int status)
    {
        try
        {
            return Read(WireJson.Parse(text), requestId, status);
        }
        catch (JsonException wrong)
        {
            return CallOutcome.Error("Unreadable", $"HTTP {status}: {wrong.Message}", true, requestId);
        }
    }

    /// <summary>Reads the answer of a call.</summary>
    public static CallOutcome Read(JObject answer, string requestId, int status)
    {
        if (answer["operationId"] is JValue id && (string?)answer["status"] == "Running") return new CallOutcome(RunOutcome.Succeeded) { OperationId = (string?)id, RequestId = requestId };
        if ((bool?)answer["ok"] == true) return CallOutcome.Ok(WireJson.ReadValue(answer), requestId);
        var error = answer["error"] as JObject;
        return CallOutcome.Error((string?)error?["code"] ?? "Incomplete", (string?)error?["message"] ?? $"HTTP {status}", (bool?)error?["inDoubt"] ?? false, requestId);
    }
}
