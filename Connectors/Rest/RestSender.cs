using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Sends the requests of calls and tells answers that are errors by the template's rules.</summary>
internal sealed class RestSender(RestTransport transport, string keyHeader, TimeProvider time)
{
    /// <summary>Calls a method and hands back its value.</summary>
    public async Task<object?> CallAsync(RestTemplate template, InvokeArgs args, CancellationToken cancellationToken)
    {
        var call = new RestCall(template, template.Arguments.Bind(args));
        var request = RestRequests.Make(template, call, args, keyHeader);
        if (template.Paging is not null) return await PagesAsync(template, call, request, cancellationToken).ConfigureAwait(false);
        var answer = await SendAsync(template, call, request, cancellationToken).ConfigureAwait(false);
        return template.IsEmpty(answer.Response.Status) ? template.Result.Nothing : template.Result.Read(answer, template.ReadsOnly);
    }

    /// <summary>Makes the one request of a call, for a check.</summary>
    public Task<RestAnswer> SendAsync(RestTemplate template, InvokeArgs args, CancellationToken cancellationToken)
    {
        var call = new RestCall(template, template.Arguments.Bind(args));
        var request = RestRequests.Make(template, call, args, keyHeader);
        return SendAsync(template, call, template.Paging is { } paging ? request with { Address = paging.FirstAddress(request.Address) } : request, cancellationToken);
    }

    private async Task<RestAnswer> SendAsync(RestTemplate template, RestCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        if (template.Errors.Count > 0 || template.EmptyOn.Count > 0)
        {
            request = request with { Accepts = answer => template.IsEmpty(answer.Status) || Rule(template, new RestAnswer(answer)) is not null };
        }

        var answer = new RestAnswer(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false));
        return Rule(template, answer) is { } rule ? throw rule.Make(answer, call, transport.Target) : answer;
    }

    // A table, perhaps single-pass, or a list.
    private async Task<object> PagesAsync(RestTemplate template, RestCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pages = new PagedRows(template, request.Address, (address, token) => SendAsync(template, call, request with { Address = address, Deadline = request.Deadline - time.GetElapsedTime(started) }, token), transport.Clean);
        return template.Result.Kind == ValueKind.List
            ? await pages.ListAsync(cancellationToken).ConfigureAwait(false)
            : await pages.TableAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ErrorRule? Rule(RestTemplate template, RestAnswer answer)
    {
        foreach (var rule in template.Errors)
        {
            if (rule.Fits(answer)) return rule;
        }

        return null;
    }
}
