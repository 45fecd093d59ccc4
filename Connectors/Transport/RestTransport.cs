using System.Net;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connectors.Transport;

/// <summary>Sends a connector's requests. Thread-safe; one per connector instance, disposed with it.</summary>
/// <remarks>
/// Owns its handlers: a shared factory would outlive the plugin and keep its assemblies in memory. Every failure leaves
/// as <see cref="ConnectorException"/>; only the caller's own cancellation leaves as <see cref="OperationCanceledException"/>.
/// </remarks>
public sealed class RestTransport : IDisposable
{
    private readonly TransportOptions options;
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly Connections connections;
    private readonly Exchange exchange;
    private readonly Repeats repeats;
    private readonly RateGate? rate;
    private readonly SecretMask mask;
    private readonly Func<TransportCall, Task<TransportResponse>> attempt;

    /// <summary>Makes a transport.</summary>
    /// <param name="options">Where it may go and how far.</param>
    /// <param name="logger">The connector's logger.</param>
    /// <param name="timeProvider">The clock of the limits.</param>
    public RestTransport(TransportOptions options, ILogger? logger = null, TimeProvider? timeProvider = null)
        : this(options, logger, timeProvider, null)
    {
    }

    internal RestTransport(TransportOptions options, ILogger? logger, TimeProvider? timeProvider, Func<string, CancellationToken, Task<IPAddress[]>>? resolve)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.logger = logger ?? NullLogger.Instance;
        time = timeProvider ?? TimeProvider.System;
        Target = options.BaseAddress.Authority;
        mask = new SecretMask(options);
        var targets = new AllowedTargets(options);
        var proxy = options.Proxy is { } given ? new ChosenProxy(given) : null;
        connections = new Connections(options, new AddressGuard(options, targets, this.logger, resolve), proxy, time);
        rate = options.RateLimit is { } limit ? new RateGate(limit, Target, time) : null;
        var tokens = options.Auth.Kind == AuthKind.OAuth2 ? new TokenSource(new TokenFetch(options.Auth, connections, targets, mask, rate, time).FetchAsync, TokenLimit(options), time) : null;
        exchange = new Exchange(options, connections, targets, new SignIn(options.Auth, tokens), rate, this.logger);
        repeats = new Repeats(options.Retry, time, this.logger);
        attempt = call => AttemptAsync(call, isOnly: false);
    }

    /// <summary>The host and port of the base address, as errors name it.</summary>
    public string Target { get; }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <returns>The answer; its status is one of success, or one the request accepts.</returns>
    /// <exception cref="ConnectorException">It could not be sent, was not answered, or was answered with no.</exception>
    public Task<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = new TransportCall(request, request.Timeout ?? options.Timeout, time, cancellationToken);
        return repeats.MayRepeat(request) ? RepeatAsync(call) : AttemptAsync(call, isOnly: true);
    }

    /// <summary>Sends a request and hands over its answer as soon as its headers are there; for answers too large for the memory.</summary>
    /// <param name="request">The request; its limit holds until the headers, from then on the options' limit of silence.</param>
    /// <param name="cancellationToken">The caller's limit, for the body too.</param>
    /// <returns>The answer, to be disposed.</returns>
    /// <exception cref="ConnectorException">It could not be sent, was not answered, or was answered with no.</exception>
    public async Task<TransportStream> OpenAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = new TransportCall(request, request.Timeout ?? options.Timeout, time, cancellationToken);
        try
        {
            return await repeats.RunAsync(call, AttemptOpenAsync).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            call.Dispose();
            if (failure is ConnectorException known) throw mask.Clean(known);
            throw;
        }
    }

    /// <summary>The same failure without the secrets of the settings: for a connector that sorts answers itself, whose text may repeat what was sent.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The failure to throw.</returns>
    public ConnectorException WithoutSecrets(ConnectorException failure) => mask.Clean(failure);

    /// <summary>Tries name, connection, certificate and sign-in, for a check.</summary>
    /// <param name="request">A request that only reads; null for a GET of the base address.</param>
    /// <param name="cancellationToken">The check's limit.</param>
    /// <returns>What is wrong, or null.</returns>
    public async Task<ConnectorProblem?> ProbeAsync(TransportRequest? request, CancellationToken cancellationToken) =>
        (await CheckAsync(request, cancellationToken).ConfigureAwait(false)).Problems is [var first, ..] ? first : null;

    /// <summary>Tries name, connection, certificate and sign-in, and tells what answered.</summary>
    /// <param name="request">A request that only reads; null for a GET of the base address.</param>
    /// <param name="cancellationToken">The check's limit.</param>
    /// <returns>The target, what answered, and at most one problem.</returns>
    public Task<ConnectorCheckReport> CheckAsync(TransportRequest? request, CancellationToken cancellationToken) =>
        new Probe(this).RunAsync(request ?? new TransportRequest("GET", ""), cancellationToken);

    /// <summary>Takes the secrets of the options out of an error that a connector made of an answer itself.</summary>
    /// <param name="failure">The error.</param>
    /// <returns>The same, or one without secrets.</returns>
    public ConnectorException Clean(ConnectorException failure) => mask.Clean(failure);

    /// <inheritdoc/>
    public void Dispose() => connections.Dispose();

    // Shorter than a call's, which began before: otherwise a hanging token server would always be told as a hanging system.
    private static TimeSpan TokenLimit(TransportOptions options)
    {
        var half = options.Timeout / 2;
        var usual = options.ConnectTimeout + TimeSpan.FromSeconds(5);
        return half < usual ? half : usual;
    }

    private async Task<TransportResponse> RepeatAsync(TransportCall call)
    {
        using (call) return await repeats.RunAsync(call, attempt).ConfigureAwait(false);
    }

    private async Task<TransportResponse> AttemptAsync(TransportCall call, bool isOnly)
    {
        var hasPlace = false;
        try
        {
            if (rate is not null) await rate.EnterAsync(call).ConfigureAwait(false);
            hasPlace = true;
            var started = time.GetTimestamp();
            var (message, address) = await exchange.SendAsync(call).ConfigureAwait(false);
            using var answer = message;
            var response = await ReadAsync(call, answer, address).ConfigureAwait(false);
            if (logger.IsEnabled(LogLevel.Debug)) Log.Answered(logger, call.Request.Verb, address.Authority, mask.Clean(address.AbsolutePath), response.Status, (long)time.GetElapsedTime(started).TotalMilliseconds);
            return response;
        }
        catch (Exception failure)
        {
            throw mask.Clean(Told(call, failure));
        }
        finally
        {
            if (hasPlace) rate?.Leave();
            if (isOnly) call.Dispose();
        }
    }

    private async ValueTask<TransportResponse> ReadAsync(TransportCall call, HttpResponseMessage message, Uri address)
    {
        var request = call.Request;
        var body = request.Verb == "HEAD" ? [] : await BodyReader.ReadAsync(message.Content, request.MaxBytes ?? options.MaxResponseBytes, call.Token).ConfigureAwait(false);
        var response = new TransportResponse(message, address, request.ReadsOnly, body, mask);
        if (message.IsSuccessStatusCode || request.Accepts?.Invoke(response) == true) return response;
        throw AnswerFailures.Of(response.Facts(AnswerHeaders.RetryAfter(message, time)));
    }

    private async Task<TransportStream> AttemptOpenAsync(TransportCall call)
    {
        if (rate is not null) await rate.EnterAsync(call).ConfigureAwait(false);
        HttpResponseMessage? message = null;
        try
        {
            (message, var address) = await exchange.SendAsync(call).ConfigureAwait(false);
            var body = message.IsSuccessStatusCode
                ? await message.Content.ReadAsStreamAsync(call.Token).ConfigureAwait(false)
                : new MemoryStream((await ReadAsync(call, message, address).ConfigureAwait(false)).Body);
            call.Allow(Timeout.InfiniteTimeSpan);
            var bounded = new AnswerStream(body, call, call.Request.MaxBytes ?? options.MaxStreamBytes, options.IdleTimeout, failure => Told(call, failure));
            return new TransportStream(message, address, bounded, () => Ended(call));
        }
        catch (Exception failure)
        {
            message?.Dispose();
            rate?.Leave();
            throw Told(call, failure);
        }
    }

    private void Ended(TransportCall call)
    {
        rate?.Leave();
        call.Dispose();
    }

    private ConnectorException Told(TransportCall call, Exception failure)
    {
        var known = failure as ConnectorException ?? Sort(call, failure);
        return call.ChangeMade ? Doubts.AfterChange(known) : known;
    }

    private ConnectorException Sort(TransportCall call, Exception failure)
    {
        call.ThrowIfCallerLeft();
        return mask.Clean(SendFailures.Of(failure, new SendFacts(call.Target ?? Target, call.Request.ReadsOnly, call.MayBeSent, call.LimitPassed) { Proxy = call.Proxy }));
    }
}
