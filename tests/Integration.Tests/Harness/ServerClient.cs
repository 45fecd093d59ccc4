using System.Net.Http.Headers;
using System.Text;

namespace Integration.Tests;

/// <summary>Calls a server under test over HTTP. A header whose value is null is left out.</summary>
public sealed class ServerClient(Uri address, string key) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Calls a method of a connector with a JSON body.</summary>
    public Task<Answer> InvokeAsync(string id, string body, params (string Name, string? Value)[] headers) =>
        SendAsync(HttpMethod.Post, $"/api/v1/connectors/{Uri.EscapeDataString(id)}/invoke", body, headers);

    /// <summary>Gets something.</summary>
    public Task<Answer> GetAsync(string path, params (string Name, string? Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Posts something.</summary>
    public Task<Answer> PostAsync(string path, string? body, params (string Name, string? Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    /// <summary>Sends a request and reads its answer to the end.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (headers.All(header => header.Name != "X-Api-Key")) request.Headers.Add("X-Api-Key", key);
        foreach (var (name, value) in headers) Set(request, name, value);
        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static void Set(HttpRequestMessage request, string name, string? value)
    {
        if (name == "Content-Type")
        {
            if (request.Content is not null) request.Content.Headers.ContentType = value is null ? null : MediaTypeHeaderValue.Parse(value);
        }
        else if (name == "Transfer-Encoding")
        {
            request.Headers.TransferEncodingChunked = true;
        }
        else if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
