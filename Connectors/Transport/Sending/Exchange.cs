using System.Net;
using Microsoft.Extensions.Logging;

namespace Connectors.Transport;

/// <summary>Sends the messages of one attempt, following redirects as far as the options let it, and hands over the last answer with its headers read.</summary>
internal sealed class Exchange(TransportOptions options, Connections connections, AllowedTargets targets, SignIn signIn, RateGate? rate, ILogger logger)
{
    private readonly Redirects redirects = new(options, targets);
    private readonly string home = options.BaseAddress.Authority;

    public RequestMessages Messages { get; } = new(options);

    public async Task<(HttpResponseMessage Answer, Uri Address)> SendAsync(TransportCall call)
    {
        var hop = Messages.First(call.Request);
        List<Uri>? visited = null;
        var signedAgain = false;
        while (true)
        {
            using var message = await PrepareAsync(call, hop).ConfigureAwait(false);
            var answer = await connections.SendAsync(message, call.Token).ConfigureAwait(false);
            DecodedContent.Unpack(answer);
            if (answer.StatusCode == HttpStatusCode.Unauthorized && !signedAgain && hop.IsHome && signIn.Forget(answer))
            {
                // A 401 to a change nobody may repeat is told as it is; the next call gets a new token.
                if (call.Request.Safety == Cleverence.Connectivity.MethodSafety.Unsafe) return (answer, hop.Address);
                answer.Dispose();
                signedAgain = true;
                continue;
            }

            if (answer.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)) return (answer, hop.Address);
            if (options.Redirects == RedirectPolicy.None || answer.Headers.Location is null) return (answer, hop.Address);
            using (answer)
            {
                (visited ??= []).Add(hop.Address);
                var next = redirects.Next(call, hop, answer, visited);
                Log.Redirected(logger, call.Request.Verb, hop.Address.Authority, (int)answer.StatusCode, next.Address.Authority);
                if (!call.Request.ReadsOnly && next.IsFollowingRead) call.ChangeMade = true;
                hop = next;
                signedAgain = false;
            }
        }
    }

    // The guard, the turn and the sign-in of one message.
    private async ValueTask<HttpRequestMessage> PrepareAsync(TransportCall call, Hop hop)
    {
        if (!hop.IsHome && !targets.Allows(hop.Address))
        {
            Log.AddressRefused(logger, hop.Address.Authority);
            throw new AddressRefusedException(hop.Address.Authority, targets.ToString());
        }

        call.Target = hop.IsHome ? home : hop.Address.Authority;
        call.Proxy = connections.ProxyOf(hop.Address);
        if (rate is not null) await rate.WaitForTurnAsync(call).ConfigureAwait(false);
        var message = Messages.Make(call, hop);
        try
        {
            if (hop.IsHome) await signIn.ApplyAsync(message, call).ConfigureAwait(false);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }
}
