using System.Net.Http.Headers;
using System.Text;

namespace Connectors.Transport;

/// <summary>Puts the credentials of the options on messages to the base address.</summary>
internal sealed class SignIn(AuthOptions auth, TokenSource? tokens)
{
    private readonly AuthenticationHeaderValue? fixedHeader = auth.Kind switch
    {
        // RFC 7617, section 2.1: UTF-8.
        AuthKind.Basic => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{auth.Name}:{auth.Secret}"))),
        AuthKind.Bearer => new("Bearer", auth.Secret),
        _ => null,
    };

    private static readonly HttpRequestOptionsKey<string> Shown = new("Connectors.Token");

    public ValueTask ApplyAsync(HttpRequestMessage message, TransportCall call)
    {
        if (auth.Kind == AuthKind.None || message.Headers.NonValidated.Contains("Authorization")) return ValueTask.CompletedTask;
        if (tokens is not null) return ApplyTokenAsync(tokens, message, call);
        if (fixedHeader is not null) message.Headers.Authorization = fixedHeader;
        else if (auth.Kind == AuthKind.KeyInHeader && !message.Headers.NonValidated.Contains(auth.Name)) message.Headers.TryAddWithoutValidation(auth.Name, auth.Secret);
        else if (auth.Kind == AuthKind.KeyInQuery) message.RequestUri = WithKey(message.RequestUri!);
        return ValueTask.CompletedTask;
    }

    /// <summary>Gives up the token of ours that a refused message carried; false when there is no other to be had.</summary>
    public bool Forget(HttpResponseMessage refused) =>
        tokens is not null && refused.RequestMessage is { } message && message.Options.TryGetValue(Shown, out var used) && tokens.Forget(used);

    private async ValueTask ApplyTokenAsync(TokenSource source, HttpRequestMessage message, TransportCall call)
    {
        // Until there is a token it is its server that keeps the call waiting, and a failure has to name that one.
        var target = call.Target;
        call.Target = auth.TokenAddress?.Authority ?? target;
        var token = await source.GetAsync(call.Token).ConfigureAwait(false);
        call.Target = target;
        message.Options.Set(Shown, token);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private Uri WithKey(Uri address)
    {
        var whole = address.GetLeftPart(UriPartial.Query);
        return new Uri($"{whole}{(address.Query.Length == 0 ? '?' : '&')}{Uri.EscapeDataString(auth.Name)}={Uri.EscapeDataString(auth.Secret)}");
    }
}
