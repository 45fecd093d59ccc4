using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Sends the requests of calls and tells answers that are errors by the template's rules.</summary>
internal sealed class RestSender(RestTransport transport, string keyHeader, TimeProvider time)
{
    private const int DetailLimit = 4_000;

    /// <summary>Calls a method.</summary>
    public async ValueTask<InvokeResult> CallAsync(RestTemplate template, InvokeArgs args, CancellationToken cancellationToken)
    {
        try
        {
            var call = new RestCall(template, template.Arguments.Bind(args));
            var request = RestRequests.Make(template, call, args, keyHeader);
            if (template.Paging is not null) return InvokeResult.Ok(await PagesAsync(template, call, request, cancellationToken).ConfigureAwait(false));
            var answer = template.HasRules ? await SendAsync(template, call, request, cancellationToken).ConfigureAwait(false) : new RestAnswer(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false));
            return InvokeResult.Ok(template.IsEmpty(answer.Response.Status) ? template.Result.Nothing : Read(template, answer));
        }
        catch (ConnectorException failure)
        {
            throw Clean(failure);
        }
    }

    /// <summary>Makes the one request of a call, for a check that waits no longer than it says.</summary>
    public Task<RestAnswer> SendAsync(RestTemplate template, InvokeArgs args, TimeSpan patience, CancellationToken cancellationToken)
    {
        var call = new RestCall(template, template.Arguments.Bind(args));
        var request = RestRequests.Make(template, call, args, keyHeader);
        if (request.Timeout is not { } own || own > patience) request = request with { Timeout = patience };
        return SendAsync(template, call, template.Paging is { } paging ? RestRequests.Page(template, call, request, paging.First(request.Address)) : request, cancellationToken);
    }

    /// <summary>Takes secrets out of an error. Only then is its foreign text cut: half a secret could no longer be found.</summary>
    public ConnectorException Clean(ConnectorException failure)
    {
        var clean = transport.Clean(failure);
        return clean.Error.Detail is { Length: > DetailLimit } detail ? new(clean.Error with { Detail = $"{detail[..DetailLimit]}…" }, clean.InnerException) : clean;
    }

    // The other side has said that it carried a change out: whatever its answer then lacks, the change is made.
    private static object? Read(RestTemplate template, RestAnswer answer)
    {
        try
        {
            return template.Result.Read(answer, template.ReadsOnly);
        }
        catch (ConnectorException unread)
        {
            throw Doubted(template, unread);
        }
    }

    // The transport sorts every answer first: by its sorting calls are repeated, doubts kept and Retry-After read. The rules then tell the last answer in other words.
    private async Task<RestAnswer> SendAsync(RestTemplate template, RestCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        if (!template.HasRules) return new RestAnswer(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false));
        TransportAnswer? last = null;
        request = request with
        {
            Accepts = seen =>
            {
                last = seen;
                return false;
            },
        };
        RestAnswer answer;
        try
        {
            answer = new RestAnswer(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (ConnectorException failure) when (last is not null && failure.Error.Reason == $"HTTP_{last.Status}")
        {
            // The reason says that this answer, and not a connection lost after it, ended the call.
            answer = new RestAnswer(last);
            if (RuleOf(template, answer, failure) is { } told) throw new ConnectorException(told.Tell(answer, call, failure.Error), failure.InnerException);
            if (template.IsEmpty(last.Status) && !failure.Error.InDoubt) return answer;
            throw;
        }

        return RuleOf(template, answer, null) is { } rule ? throw new ConnectorException(rule.Tell(answer, call, ErrorRule.Inside(answer, transport.Target, time))) : answer;
    }

    // A rule that takes too long leaves a failure as the transport told it, and a change that was answered in doubt.
    private static ErrorRule? RuleOf(RestTemplate template, RestAnswer answer, ConnectorException? failure)
    {
        try
        {
            return template.RuleOf(answer);
        }
        catch (ConnectorException slow)
        {
            throw failure ?? Doubted(template, slow);
        }
    }

    private static ConnectorException Doubted(RestTemplate template, ConnectorException unread) =>
        template.ReadsOnly || unread.Error.InDoubt ? unread : new ConnectorException(unread.Error with { InDoubt = true, Retryable = false }, unread.InnerException);

    // A table, perhaps single-pass, or a list.
    private async Task<object> PagesAsync(RestTemplate template, RestCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        Task<RestAnswer> PageAsync(PageAsk page, CancellationToken token) =>
            SendAsync(template, call, RestRequests.Page(template, call, request, page) with { Deadline = request.Deadline - time.GetElapsedTime(started) }, token);
        var pages = new PagedRows(template, request.Address, PageAsync, Clean);
        return template.Result.Kind == ValueKind.List
            ? await pages.ListAsync(cancellationToken).ConfigureAwait(false)
            : await pages.TableAsync(cancellationToken).ConfigureAwait(false);
    }
}
