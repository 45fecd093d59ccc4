using System.Net.Http.Headers;
using System.Text.Json;

namespace Integration.Tests;

/// <summary>An answer of the server, read.</summary>
public sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    /// <summary>The answer as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The value of a call that succeeded.</summary>
    public JsonElement Value => Json.GetProperty("value");

    /// <summary>The code of the error.</summary>
    public string? Code => Json.GetProperty("error").GetProperty("code").GetString();

    /// <summary>The sentence of the error.</summary>
    public string? Message => Json.GetProperty("error").GetProperty("message").GetString();
}
