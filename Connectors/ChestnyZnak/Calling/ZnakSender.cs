using System.Collections.Concurrent;
using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Sends requests over HTTP with a token already at hand: rates, limits and the repeats of reads. Thread-safe.</summary>
/// <remarks>Every readable answer is handed back; only what was not answered leaves as <see cref="ConnectorException"/>.</remarks>
internal sealed class ZnakSender(ZnakPlan plan, ILogger? logger, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<(ZnakContour Contour, string Service), Lazy<RestTransport>> transports = new();
    private readonly CallPace pace = new(time);

    public async ValueTask<ZnakAnswer> SendAsync(ZnakOrganisation organisation, ZnakRequest request, string? token, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var made = 0; ; made++)
        {
            ZnakAnswer? answer = null;
            ConnectorException? failure = null;
            try
            {
                answer = await SendOnceAsync(organisation, request, token, cancellationToken).ConfigureAwait(false);
                if (!IsFault(answer)) return answer;
            }
            catch (ConnectorException lost) when (request.Class == CallClass.SafeRead && lost.Error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout)
            {
                failure = lost;
            }

            var pause = PauseAfter(made, answer?.RetryAfter ?? failure?.Error.RetryAfter);
            if (request.Class != CallClass.SafeRead || made >= plan.Limits.Repeats || time.GetElapsedTime(started) + pause >= request.Patience) return answer ?? throw failure!;
            logger?.LogInformation("Chestny ZNAK: {Method} {Path} failed ({Status}); attempt {Number} follows in {Pause}.", request.Method, request.Path, answer?.Status.ToString(CultureInfo.InvariantCulture) ?? failure!.Error.Reason, made + 2, pause);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Host and port of a service, as errors name it.</summary>
    public string TargetOf(ZnakOrganisation organisation, string service) => TransportOf(organisation, service).Target;

    /// <summary>The transport of a service, for checks.</summary>
    public RestTransport TransportOf(ZnakOrganisation organisation, string service) =>
        transports.GetOrAdd((organisation.Contour, service), key => new Lazy<RestTransport>(() => new RestTransport(OptionsOf(key), logger, time))).Value;

    public void Dispose()
    {
        foreach (var transport in transports.Values.Where(lazy => lazy.IsValueCreated)) transport.Value.Dispose();
    }

    private TransportOptions OptionsOf((ZnakContour Contour, string Service) key) =>
        plan.Services.TryGetValue(key, out var options) ? options : throw new InvalidOperationException($"The service {key.Service} of {key.Contour} has no address.");

    private async Task<ZnakAnswer> SendOnceAsync(ZnakOrganisation organisation, ZnakRequest request, string? token, CancellationToken cancellationToken)
    {
        var limit = request.Limit ?? plan.Limits.Of(request.Class);
        var perSecond = request.Service == ZnakService.Suz ? plan.Limits.SuzPerSecond : plan.Limits.TrueApiPerSecond;
        try
        {
            if (request.Interval is { } interval) await pace.WaitAsync($"{organisation.Contour}:{organisation.Inn}:{request.Path}", interval, 1, limit, cancellationToken).ConfigureAwait(false);
            await pace.WaitAsync($"{organisation.Contour}:{organisation.Inn}:{request.Service}", TimeSpan.FromSeconds(1d / perSecond), perSecond, limit, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new NotLeftException(cancellationToken);
        }

        var transport = TransportOf(organisation, request.Service);
        var response = await transport.SendAsync(Message(request, token, limit), cancellationToken).ConfigureAwait(false);
        return new ZnakAnswer(response.Status, response.Body, response.ContentType) { Target = transport.Target, RetryAfter = RetryAfterOf(response) };
    }

    private static TransportRequest Message(ZnakRequest request, string? token, TimeSpan limit)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = request.Accept };
        if (token is not null) headers[HeaderOf(request.Token)] = request.Token == TokenKind.TrueApi ? $"Bearer {token}" : token;
        if (request.DetachedSignature is { } signature) headers["X-Signature"] = Convert.ToBase64String(signature);
        return new TransportRequest(request.Method.Method, request.PathAndQuery)
        {
            Headers = headers,
            Body = request.Body is { } body ? TransportBody.Bytes(body, "application/json; charset=utf-8") : null,
            // Safe is what only reads, also under POST; everything else leaves once, also under GET.
            Safety = request.Class == CallClass.SafeRead ? MethodSafety.Safe : MethodSafety.Unsafe,
            Timeout = limit,
            Accepts = static _ => true,
        };
    }

    private static string HeaderOf(TokenKind kind) => kind switch
    {
        TokenKind.Suz => "clientToken",
        TokenKind.Permissive => "X-API-KEY",
        _ => "Authorization",
    };

    // A list with a result for each code is an answer, whatever its status.
    private static bool IsFault(ZnakAnswer answer) => answer.Status is 429 or 500 or 502 or 503 or 504 && !answer.IsArray;

    private TimeSpan PauseAfter(int made, TimeSpan? asked) => asked ?? plan.Limits.RepeatPause * (made + 1);

    private TimeSpan? RetryAfterOf(TransportAnswer answer)
    {
        var text = answer.Header("Retry-After");
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Min(seconds, 86_400));
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        var left = moment - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
