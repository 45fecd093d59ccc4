using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cleverence.Connectivity;

namespace Samples.Stock;

/// <summary>The HTTP side: sends, and sorts what goes wrong into errors an operator understands.</summary>
internal sealed class ErpClient : IDisposable
{
    private readonly HttpClient http;
    private readonly string target;

    public ErpClient(StockSettings settings)
    {
        target = settings.BaseAddress.Authority;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = settings.BaseAddress,
            Timeout = settings.Timeout,
        };
    }

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), changes: false, cancellationToken);

    public Task<JsonNode?> PostAsync(string path, JsonNode body, string? requestId, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (requestId is not null) request.Headers.Add("X-Request-Id", requestId);
        return SendAsync(request, changes: true, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> SendAsync(HttpRequestMessage request, bool changes, CancellationToken cancellationToken)
    {
        try
        {
            using (request)
            using (var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false))
            {
                var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
                return answer.IsSuccessStatusCode ? JsonNode.Parse(text) : throw Refused(answer.StatusCode, text, changes);
            }
        }
        catch (HttpRequestException broken)
        {
            var proven = broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw NoAnswer(ConnectorErrorCode.Unavailable, changes && !proven, broken);
        }
        catch (TaskCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer(ConnectorErrorCode.Timeout, changes, late);
        }
        catch (JsonException wrong)
        {
            throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidResult, $"{target} answered with something that is not JSON. Check baseAddress.") { Target = target, InDoubt = changes }, wrong);
        }
    }

    private ConnectorException Refused(HttpStatusCode status, string text, bool changes)
    {
        var unavailable = status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        var said = MessageOf(text) ?? $"HTTP {(int)status}";
        return new(new ConnectorError(unavailable ? ConnectorErrorCode.Unavailable : ConnectorErrorCode.Rejected, said)
        {
            MessageRu = said,
            Target = target,
            Detail = text,
            Retryable = unavailable && !changes,
            InDoubt = unavailable && changes,
        });
    }

    private ConnectorException NoAnswer(ConnectorErrorCode code, bool inDoubt, Exception cause) =>
        new(new ConnectorError(code, $"{target} does not answer. Check that the accounting system runs.")
        {
            MessageRu = $"{target} не отвечает. Проверьте, что учётная система запущена.",
            Target = target,
            Retryable = !inDoubt,
            InDoubt = inDoubt,
        }, cause);

    private static string? MessageOf(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["message"]?.GetValue<string>();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
