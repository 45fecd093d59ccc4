using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Sends the requests of calls and tells answers that are errors by the template's rules.</summary>
internal sealed class RestSender(RestTransport transport, string keyHeader, TimeProvider time)
{
    public string KeyHeader => keyHeader;

    public async Task<RestAnswer> SendAsync(RestTemplate template, RestCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        if (template.Errors.Count > 0 || template.EmptyOn.Count > 0)
        {
            request = request with { Accepts = answer => template.IsEmpty(answer.Status) || Rule(template, new RestAnswer(answer)) is not null };
        }

        var answer = new RestAnswer(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false));
        return Rule(template, answer) is { } rule ? throw rule.Make(answer, call, transport.Target) : answer;
    }

    /// <summary>Reads the rows of a method that come in pages: a table, perhaps single-pass, or a list.</summary>
    public async Task<object> PagesAsync(RestTemplate template, RestCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pages = new PagedRows(template, request.Address, (address, token) => SendAsync(template, call, request with { Address = address, Deadline = request.Deadline - time.GetElapsedTime(started) }, token));
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
