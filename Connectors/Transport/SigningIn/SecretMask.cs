using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;
using Newtonsoft.Json;

namespace Connectors.Transport;

/// <summary>Takes secrets out of what people read: other systems like to repeat what they were sent.</summary>
internal sealed class SecretMask
{
    private const string Stars = "***";
    // A shorter one would turn half the words of a message into stars, and is no secret anyway.
    private const int Shortest = 4;
    private const int MostTokens = 8;

    private readonly List<string> secrets = [];
    private readonly Lock sync = new();
    private volatile string[] all;
    private readonly int fixedCount;

    public SecretMask(TransportOptions options)
    {
        foreach (var secret in options.Secrets) Take(secret);
        Take(options.Auth.Secret);
        Take(options.Proxy?.Password);
        foreach (var (name, value) in options.Headers)
        {
            if (!HeaderText.IsCredential(name)) continue;
            Take(value);
            if (value.IndexOf(' ', StringComparison.Ordinal) is var space and > 0) Take(value[(space + 1)..]);
        }

        if (options.Auth.Kind is AuthKind.Basic or AuthKind.OAuth2) Take(Pair(options.Auth.Name, options.Auth.Secret));
        if (options.Proxy is { User: not null } proxy) Take(Pair(proxy.User, proxy.Password));
        fixedCount = secrets.Count;
        all = Ordered();
    }

    /// <summary>A token that was given; the newest few are remembered.</summary>
    public void Add(string secret)
    {
        lock (sync)
        {
            if (secrets.Contains(secret)) return;
            if (secrets.Count >= fixedCount + MostTokens) secrets.RemoveAt(fixedCount);
            if (secret.Length >= Shortest) secrets.Add(secret);
            all = Ordered();
        }
    }

    public string Clean(string text)
    {
        foreach (var secret in all) text = text.Replace(secret, Stars, StringComparison.Ordinal);
        return text;
    }

    public ConnectorException Clean(ConnectorException failure)
    {
        var error = failure.Error;
        if (all.Length == 0 || !(Holds(error.Message) || Holds(error.MessageRu) || Holds(error.Detail) || Holds(failure.InnerException?.ToString()))) return failure;

        // The inner exception is not handed on: its text cannot be cleaned.
        return new(error with { Message = Clean(error.Message), MessageRu = Optional(error.MessageRu), Detail = Optional(error.Detail) });
    }

    private string? Optional(string? text) => text is null ? null : Clean(text);

    private bool Holds(string? text) => text is not null && all.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    // As it is, and as an address, a form, JSON of two writers and a page would show it.
    private void Take(string? secret)
    {
        if (secret is not { Length: >= Shortest }) return;
        secrets.AddRange([secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), JsonConvert.ToString(secret)[1..^1], JsonEncodedText.Encode(secret).ToString(), WebUtility.HtmlEncode(secret), SecurityElement.Escape(secret)]);
    }

    private static string Pair(string? user, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    // The longest first: a secret may begin with another.
    private string[] Ordered() => [.. secrets.Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
}
