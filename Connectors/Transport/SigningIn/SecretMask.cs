using System.Text;
using Cleverence.Connectivity;

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
    private int fixedCount;

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

        if (options.Auth.Kind is AuthKind.Basic or AuthKind.OAuth2) Take(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Auth.Name}:{options.Auth.Secret}")));
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

    public string? Clean(string? text)
    {
        if (text is null) return null;
        foreach (var secret in all) text = text.Replace(secret, Stars, StringComparison.Ordinal);
        return text;
    }

    public ConnectorException Clean(ConnectorException failure)
    {
        var error = failure.Error;
        if (all.Length == 0 || !(Holds(error.Message) || Holds(error.MessageRu) || Holds(error.Detail) || Holds(failure.InnerException?.ToString()))) return failure;

        // The inner exception is not handed on: its text cannot be cleaned.
        return new(error with { Message = Clean(error.Message)!, MessageRu = Clean(error.MessageRu), Detail = Clean(error.Detail) });
    }

    private bool Holds(string? text) => text is not null && all.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    private void Take(string? secret)
    {
        if (secret is not { Length: >= Shortest }) return;
        secrets.Add(secret);
        var escaped = Uri.EscapeDataString(secret);
        if (escaped != secret) secrets.Add(escaped);
        var json = Newtonsoft.Json.JsonConvert.ToString(secret)[1..^1];
        if (json != secret) secrets.Add(json);
    }

    // The longest first: a secret may begin with another.
    private string[] Ordered() => [.. secrets.Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
}
