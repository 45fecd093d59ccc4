using System.Net;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Says where a redirect leads and whether it may be followed: RFC 9110 section 15.4 within the policy of the options.</summary>
internal sealed class Redirects(TransportOptions options, AllowedTargets targets)
{
    public Hop Next(TransportCall call, Hop hop, HttpResponseMessage answer, List<Uri> visited)
    {
        var status = (int)answer.StatusCode;
        var address = Uri.TryCreate(hop.Address, answer.Headers.Location, out var made) ? made : null;
        if (address is null || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) throw Refuse(call, hop, status, "REDIRECT_UNREADABLE", "to an address that cannot be used", "на адрес, который нельзя использовать");
        if (!Allowed(hop.Address, address)) throw Refuse(call, hop, status, "REDIRECT_REFUSED", $"to {address.Scheme}://{address.Authority}, which the settings do not allow", $"на {address.Scheme}://{address.Authority}, а настройки этого не разрешают");
        if (call.Request.Safety == MethodSafety.Unsafe && status != 303 && !hop.IsFollowingRead) throw Refuse(call, hop, status, "REDIRECT_OF_CHANGE", "a request that must not be sent twice", "запрос, который нельзя отправлять дважды");

        // Only 303 turns into a read. A keyed or safe POST keeps its method under 301 and 302 too: that is what the caller asked for.
        var reads = status == 303 && hop.Method != HttpMethod.Head;
        var next = new Hop(reads ? HttpMethod.Get : hop.Method, address, WithBody: hop.WithBody && status != 303, IsHome: Origins.Same(address, options.BaseAddress));
        if (visited.Contains(address) && next.Method == hop.Method) throw Refuse(call, hop, status, "REDIRECT_RING", "in a ring", "по кругу");
        return visited.Count <= options.MaxRedirects ? next : throw Refuse(call, hop, status, "REDIRECTS_TOO_MANY", $"more than {options.MaxRedirects} times in a row", $"больше {options.MaxRedirects} раз подряд");
    }

    // Never from https to http: what was protected would go on unprotected.
    private bool Allowed(Uri from, Uri to) => options.Redirects switch
    {
        RedirectPolicy.Same => Origins.Same(from, to) && targets.Allows(to),
        RedirectPolicy.Allowed => targets.Allows(to) && (from.Scheme == "http" || to.Scheme == "https"),
        _ => false,
    };

    private static ConnectorException Refuse(TransportCall call, Hop hop, int status, string reason, string what, string whatRu) =>
        new(RedirectErrors.Of(hop.Address.Authority, status, call.Request.ReadsOnly) with
        {
            Message = $"{hop.Address.Authority} redirects {what}; that is not followed. Put the final address into baseAddress.",
            MessageRu = $"{hop.Address.Authority} перенаправляет {whatRu}; это запрещено. Укажите конечный адрес в baseAddress.",
            Reason = reason,
            Detail = $"HTTP {status} {(HttpStatusCode)status}",
        });
}
