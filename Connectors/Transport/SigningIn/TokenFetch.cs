using System.Net.Http.Headers;
using System.Text;
using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>Fetches a token for client credentials: RFC 6749, sections 4.4 and 2.3.1.</summary>
internal sealed class TokenFetch(AuthOptions auth, Connections connections, AllowedTargets targets, SecretMask mask, RateGate? rate, TimeProvider time)
{
    private const long AnswerLimit = 256 * 1024;
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5);
    private readonly Uri address = auth.TokenAddress ?? throw new ArgumentException("Sign-in by OAuth 2 needs a token address.", nameof(auth));

    public async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!targets.Allows(address)) throw new AddressRefusedException(address.Authority, targets.ToString());
            rate?.Count();
            using var request = Request();
            var asked = time.GetTimestamp();
            using var answer = await connections.SendAsync(request, cancellationToken).ConfigureAwait(false);
            DecodedContent.Unpack(answer);
            var body = await BodyReader.ReadAsync(answer.Content, AnswerLimit, cancellationToken).ConfigureAwait(false);
            return Read((int)answer.StatusCode, AnswerText.Read(body, answer.Content.Headers.ContentType?.CharSet), asked);
        }
        catch (Exception failure) when (failure is not ConnectorException)
        {
            // Asking for a token changes nothing: whatever happened, the call itself was not sent.
            throw SendFailures.Of(failure, new SendFacts(address.Authority, ReadsOnly: true, Sent: true, cancellationToken.IsCancellationRequested) { Proxy = connections.ProxyOf(address) });
        }
    }

    private HttpRequestMessage Request()
    {
        var fields = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (auth.Scope.Length > 0) fields.Add(new("scope", auth.Scope));
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (auth.SecretInBody)
        {
            fields.Add(new("client_id", auth.Name));
            fields.Add(new("client_secret", auth.Secret));
        }
        else
        {
            var pair = $"{Uri.EscapeDataString(auth.Name)}:{Uri.EscapeDataString(auth.Secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", DecodedContent.Accepted);
        request.Headers.TryAddWithoutValidation("User-Agent", "Connectors");
        request.Content = TransportBody.Form(fields).Make();
        return request;
    }

    private AccessToken Read(int status, string text, long asked)
    {
        var answer = Parse(text);
        if (status is < 200 or >= 300) throw IsAboutUs(status) ? Refused(status, answer?["error"] is JValue { Value: string error } ? error : null, text) : Elsewhere(status, text);
        if (answer?["access_token"] is not JValue { Value: string { Length: > 0 } token } || !HeaderText.IsValue(token)) throw Unreadable(status, text);
        mask.Add(token);
        var given = answer["expires_in"] is JValue { Value: long or string } life && long.TryParse(life.ToString(System.Globalization.CultureInfo.InvariantCulture), out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400 * 30)) : UsualLife;
        // A tenth of its life, at most half a minute: a token must not expire on its way.
        var margin = TimeSpan.FromSeconds(Math.Min(30, given.TotalSeconds / 10));
        return new AccessToken(token, asked, given - margin);
    }

    private static JObject? Parse(string text)
    {
        try
        {
            return JsonText.Parse(text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Of the others a token server says that it has nothing of the kind: the address is wrong, and will be the next time.
    private static bool IsAboutUs(int status) => status is 400 or 401 or 403 or 408 or 429 or >= 500;

    private ConnectorException Elsewhere(int status, string text) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"{address.Authority} answered HTTP {status} where it should give tokens. Check auth.tokenAddress.")
        {
            MessageRu = $"{address.Authority} ответил HTTP {status} вместо токена. Проверьте auth.tokenAddress.",
            Reason = "TOKEN_UNREADABLE",
            Target = address.Authority,
            Detail = ForeignText.Limited(ForeignText.Cleaned(text, mask.Clean)),
        });

    private ConnectorException Refused(int status, string? error, string text)
    {
        var name = error is { Length: > 0 and <= 40 } ? $"HTTP {status}, {error}" : $"HTTP {status}";
        var denied = status is 400 or 401 or 403;
        return new(new ConnectorError(denied ? ConnectorErrorCode.AccessDenied : ConnectorErrorCode.Unavailable, denied
            ? $"{address.Authority} gave no token ({name}). Check auth.clientId, auth.clientSecret and auth.scope."
            : $"{address.Authority} gives no tokens just now ({name}). Try again later.")
        {
            MessageRu = denied
                ? $"{address.Authority} не выдал токен ({name}). Проверьте auth.clientId, auth.clientSecret и auth.scope."
                : $"{address.Authority} сейчас не выдаёт токены ({name}). Повторите позже.",
            Reason = "TOKEN_REFUSED",
            Target = address.Authority,
            Retryable = !denied,
            Detail = ForeignText.Limited(ForeignText.Cleaned(text, mask.Clean)),
        });
    }

    private ConnectorException Unreadable(int status, string text) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"{address.Authority} answered without a token. Check auth.tokenAddress.")
        {
            MessageRu = $"В ответе {address.Authority} нет токена. Проверьте auth.tokenAddress.",
            Reason = "TOKEN_UNREADABLE",
            Target = address.Authority,
            // The answer itself is left out: it may hold a token under another name.
            Detail = $"HTTP {status}, {text.Length} characters without a usable access_token",
        });
}
