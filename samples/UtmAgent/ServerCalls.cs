using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UtmAgent;

/// <summary>Calls the connector over the server's HTTP API. A lost connection is tried again under the same request id, so nothing runs twice.</summary>
internal sealed class ServerCalls(AgentOptions options, HttpClient http, TimeProvider time)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Calls a method of EgaisExchange.</summary>
    /// <exception cref="InvalidOperationException">The server answered with an error.</exception>
    public async Task<JsonObject> CallAsync(string method, JsonObject args, CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendAsync(method, args, requestId, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception lost) when (attempt < Attempts && lost is HttpRequestException or IOException)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<JsonObject> SendAsync(string method, JsonObject args, string requestId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["class"] = "EgaisExchange", ["method"] = method, ["args"] = args.DeepClone() };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Server, $"/api/v1/connectors/{Uri.EscapeDataString(options.Connector)}/invoke")) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", options.Key);
        request.Headers.Add("X-Request-Id", requestId);
        request.Headers.Add("Accept-Language", "ru");
        using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var read = Read(await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        return (bool?)read?["ok"] == true && read["value"] is JsonObject value ? value : throw new InvalidOperationException($"{method}: {(string?)read?["error"]?["reason"]} {(string?)read?["error"]?["message"] ?? $"HTTP {(int)answer.StatusCode}"}");
    }

    // A proxy's page is no answer of the server.
    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A moment in an answer, which is a text or a text with its type beside it.</summary>
    public static DateTimeOffset? Moment(JsonNode? node) =>
        (node is JsonObject typed ? (string?)typed["value"] : (string?)node) is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
