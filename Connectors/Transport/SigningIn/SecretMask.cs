using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Takes secrets out of what people read: other systems like to repeat what they were sent.</summary>
internal sealed class SecretMask
{
    private const string Stars = "***";
    // A shorter one would turn half the words of a message into stars, and is no secret anyway.
    private const int Shortest = 4;
    private const int MostTokens = 8;

    private readonly List<string> given = [];
    private readonly List<string> tokens = [];
    private readonly Lock sync = new();
    private volatile string[] all;

    public SecretMask(TransportOptions options)
    {
        given.AddRange(options.Secrets);
        given.Add(options.Auth.Secret);
        if (options.Proxy is { } proxy) given.Add(proxy.Password);
        foreach (var (name, value) in options.Headers)
        {
            if (!HeaderText.IsCredential(name)) continue;
            given.Add(value);
            if (value.IndexOf(' ', StringComparison.Ordinal) is var space and > 0) given.Add(value[(space + 1)..]);
        }

        if (options.Auth.Kind is AuthKind.Basic or AuthKind.OAuth2) given.AddRange(SecretForms.Pairs(options.Auth.Name, options.Auth.Secret));
        if (options.Proxy is { User: not null } signing) given.AddRange(SecretForms.Pairs(signing.User, signing.Password));
        all = Ordered();
    }

    /// <summary>A token that was given; the newest few are remembered.</summary>
    public void Add(string token)
    {
        lock (sync)
        {
            if (tokens.Contains(token)) return;
            if (tokens.Count >= MostTokens) tokens.RemoveAt(0);
            tokens.Add(token);
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

    // The longest first: a secret may begin with another.
    private string[] Ordered() =>
        [.. given.Concat(tokens).Where(secret => secret.Length >= Shortest).SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
}
