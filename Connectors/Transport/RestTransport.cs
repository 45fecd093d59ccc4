using System.Globalization;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RestSharp;

namespace Connectors.Transport;

/// <summary>Sends a connector's requests. Thread-safe; one per connector instance, disposed with it.</summary>
/// <remarks>
/// Owns its one handler: a shared factory would outlive the plugin and keep its assemblies in memory. Every failure leaves
/// as <see cref="ConnectorException"/>; only the caller's own cancellation leaves as <see cref="OperationCanceledException"/>.
/// </remarks>
public sealed class RestTransport : IDisposable
{
    private readonly TransportOptions options;
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly RestClient client;
    private readonly string baseText;

    /// <summary>Makes a transport.</summary>
    /// <param name="options">Where it may go and how far.</param>
    /// <param name="logger">The connector's logger.</param>
    /// <param name="timeProvider">The clock of the limits.</param>
    public RestTransport(TransportOptions options, ILogger? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.logger = logger ?? NullLogger.Instance;
        time = timeProvider ?? TimeProvider.System;
        Target = options.BaseAddress.Authority;
        baseText = options.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        http = new HttpClient(new BoundedHandler(MakeHandler(options), options.MaxResponseBytes)) { Timeout = Timeout.InfiniteTimeSpan };
        client = new RestClient(http, new RestClientOptions
        {
            Timeout = Timeout.InfiniteTimeSpan,
            RedirectOptions = new RedirectOptions { FollowRedirects = false },
            SetErrorExceptionOnUnsuccessfulStatusCode = false,
            UserAgent = "Connectors",
        });
    }

    /// <summary>The host and port of the base address, as errors name it.</summary>
    public string Target { get; }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <returns>The answer; its status is one of success.</returns>
    /// <exception cref="ConnectorException">It could not be sent, was not answered, or was answered with no.</exception>
    public async Task<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = AddressOf(request);
        var started = time.GetTimestamp();
        var answer = await ExchangeAsync(request, address, cancellationToken).ConfigureAwait(false);
        var facts = FactsOf(answer, request, address);
        Log.Answered(logger, request.Verb, address.Authority, address.AbsolutePath, facts.Status, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return facts.Status is >= 200 and < 300 ? new TransportResponse(facts, answer.RawBytes ?? []) : throw AnswerFailures.Of(facts);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    private async Task<RestResponse> ExchangeAsync(TransportRequest request, Uri address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(request.Timeout ?? options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var watch = new ContentWatch(request.ReadsOnly);
        var message = RestMessage.Of(request, address, options.Headers);
        message.Interceptors = [watch];
        var answer = await client.ExecuteAsync(message, both.Token).ConfigureAwait(false);
        if (answer.ErrorException is not { } failure) return answer;
        cancellationToken.ThrowIfCancellationRequested();
        throw SendFailures.Of(failure, new SendFacts(address.Authority, request.ReadsOnly, watch.MayBeSent, limit.IsCancellationRequested));
    }

    private static SocketsHttpHandler MakeHandler(TransportOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,
        // Addresses change behind a name; a connection kept for hours would never notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = new AddressGuard(options).ConnectAsync,
    };

    private Uri AddressOf(TransportRequest request) =>
        Uri.TryCreate(request.Address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https"
            ? new Uri(request.Address)
            : new Uri($"{baseText}/{request.Address.TrimStart('/')}");

    private AnswerFacts FactsOf(RestResponse answer, TransportRequest request, Uri address) =>
        new(address.Authority, request.ReadsOnly, (int)answer.StatusCode, answer.ContentType ?? "", (answer.Content ?? "").TrimStart('\uFEFF'))
        {
            Location = answer.GetHeaderValue("Location"),
            RetryAfter = RetryAfterOf(answer.GetHeaderValue("Retry-After")),
        };

    private TimeSpan? RetryAfterOf(string? text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        var left = moment - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
