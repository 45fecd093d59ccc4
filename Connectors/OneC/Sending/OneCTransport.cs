using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Sends requests to one base: keeps the number of parallel calls, carries sessions, sorts the answers, repeats what may be repeated.</summary>
internal sealed class OneCTransport(OneCOptions options, RestTransport transport, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan FinishLimit = TimeSpan.FromSeconds(2);
    // Never disposed: a download that ends late looks at its token, and it has no timer to give back.
    private readonly CancellationTokenSource stopping = new();
    private readonly OneCSessions sessions = new(options.Sessions, options.MaxConcurrency, options.SessionMaxAge, time);

    /// <summary>Host and port, as errors name them.</summary>
    public string Target => transport.Target;

    public OneCOptions Options { get; } = options;

    /// <summary>What it sends through, for a client that is given its own way of sending and needs this only to be made.</summary>
    public RestTransport Raw => transport;

    public OneCSessions Sessions => sessions;

    /// <summary>Ends when the connector is stopped: for what no caller waits for alone.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Sends a request and reads its answer whole.</summary>
    /// <exception cref="ConnectorException">It could not be sent or was answered with no.</exception>
    public async Task<OneCAnswer> SendAsync(OneCRequest request, CancellationToken cancellationToken) =>
        (await RepeatAsync(request, rest => ExchangeAsync(request, rest, cancellationToken), cancellationToken).ConfigureAwait(false)).Answer;

    /// <summary>Sends a request for somebody who reads the answer himself, and hands it over as it came.</summary>
    /// <exception cref="ConnectorException">It could not be sent, or was answered with a no that the request does not accept.</exception>
    public async Task<TransportResponse> RelayAsync(OneCRequest request, CancellationToken cancellationToken) =>
        (await RepeatAsync(request, rest => ExchangeAsync(request, rest, cancellationToken), cancellationToken).ConfigureAwait(false)).Response;

    /// <summary>Sends a request and hands its answer over as it comes; the place and the session are kept until it is disposed.</summary>
    /// <exception cref="ConnectorException">It could not be sent or was answered with no.</exception>
    public Task<OneCStream> OpenAsync(OneCRequest request, CancellationToken cancellationToken) =>
        RepeatAsync(request, rest => BeginAsync(request, rest, cancellationToken), cancellationToken);

    /// <summary>Tries whether the service at an address gives explicit sessions; the session is ended at once.</summary>
    public async Task<bool> TryStartSessionAsync(string address, TimeSpan limit, CancellationToken cancellationToken)
    {
        var request = new OneCRequest("GET", address) { Timeout = limit };
        var session = new OneCSession(OneCAddress.AreaOf(address));
        var response = await transport.SendAsync(MessageOf(request, new OneCLease(sessions, session), limit), cancellationToken).ConfigureAwait(false);
        if (OneCFailures.Find(AnswerOf(response, request, inSession: false)) is { } failure) throw transport.WithoutSecrets(failure);
        session.Keep(OneCCookie.In(response.Header("Set-Cookie")), time.GetTimestamp());
        if (session.Cookie is null) return false;
        await FinishAsync(session).ConfigureAwait(false);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        foreach (var session in sessions.TakeOpen()) await FinishAsync(session).ConfigureAwait(false);
        transport.Dispose();
    }

    private async Task<T> RepeatAsync<T>(OneCRequest request, Func<TimeSpan, Task<T>> send, CancellationToken cancellationToken)
    {
        var limit = request.Timeout ?? Options.Http.Timeout;
        var started = time.GetTimestamp();
        var repeats = new OneCRepeats(Options.Http.Retry, Options.PoolTimeout);
        while (true)
        {
            TimeSpan pause;
            try
            {
                return await send(Positive(limit - time.GetElapsedTime(started))).ConfigureAwait(false);
            }
            catch (ConnectorException failure)
            {
                if (repeats.PauseAfter(failure.Error, request.Safety) is not { } wait) throw;
                if (time.GetElapsedTime(started) + wait >= limit || wait >= request.Call?.Rest) throw;
                pause = wait;
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Positive(TimeSpan rest) => rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(1);

    private async Task<(OneCAnswer Answer, TransportResponse Response)> ExchangeAsync(OneCRequest request, TimeSpan rest, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        using var lease = await sessions.EnterAsync(request.OwnSessions ? null : OneCAddress.AreaOf(request.Address), rest, cancellationToken).ConfigureAwait(false);
        var inSession = lease.InSession;
        var answered = false;
        try
        {
            var response = await transport.SendAsync(MessageOf(request, lease, Positive(rest - time.GetElapsedTime(asked))), cancellationToken).ConfigureAwait(false);
            answered = true;
            return (Judge(AnswerOf(response, request, inSession), OneCCookie.In(response.Header("Set-Cookie")), request, lease), response);
        }
        finally
        {
            // 1C goes on with what we no longer wait for, and holds the session for it.
            if (!answered) lease.Lose();
        }
    }

    private async Task<OneCStream> BeginAsync(OneCRequest request, TimeSpan rest, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var lease = await sessions.EnterAsync(request.OwnSessions ? null : OneCAddress.AreaOf(request.Address), rest, cancellationToken).ConfigureAwait(false);
        var inSession = lease.InSession;
        TransportStream? stream = null;
        try
        {
            stream = await transport.OpenAsync(MessageOf(request, lease, Positive(rest - time.GetElapsedTime(asked))), cancellationToken).ConfigureAwait(false);
            var cookie = OneCCookie.In(stream.Header("Set-Cookie"));
            if (stream.Status is < 200 or >= 300)
            {
                var answer = await OneCStream.ReadAnswerAsync(stream, Target, request.Safety, inSession, cancellationToken).ConfigureAwait(false);
                Judge(answer, cookie, request, lease);
            }

            lease.Session?.Keep(cookie, time.GetTimestamp());
            return new OneCStream(stream, lease, time);
        }
        catch (Exception failure)
        {
            if (failure is not ConnectorException || stream is null) lease.Lose();
            using (lease)
            {
                if (stream is not null) await stream.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    private OneCAnswer Judge(OneCAnswer answer, string? cookie, OneCRequest request, OneCLease lease)
    {
        lease.Session?.Keep(cookie, time.GetTimestamp());
        if (request.Accepts?.Invoke(answer) == true || (request.IsBinary && IsFile(answer)) || OneCFailures.Find(answer) is not { } failure) return answer;
        if (failure.Error.Reason == OneCReasons.SessionLost) lease.Lose();
        if (failure.Error.Reason == OneCReasons.SessionsBusy) sessions.Shrink();
        throw transport.WithoutSecrets(failure);
    }

    private static TransportRequest MessageOf(OneCRequest request, OneCLease lease, TimeSpan rest)
    {
        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in lease.Headers) headers[name] = value;
        // 1C remembers the effect under it; with an unsafe call it serves to find the call in the logs of both sides.
        if (request is { Safety: not MethodSafety.Safe, Call: { } call }) headers.TryAdd(OneCCall.OperationHeader, call.OperationIdOf(request.Safety));
        return new TransportRequest(request.Verb, request.Address)
        {
            Headers = headers,
            Body = request.Body,
            Safety = request.Safety,
            RequestId = request.Call?.OperationIdOf(request.Safety),
            KeyHeader = OneCCall.OperationHeader,
            CorrelationId = request.Call?.Args.CorrelationId,
            Timeout = rest,
            MaxBytes = request.MaxBytes,
            Deadline = request.Call?.Rest,
            Accepts = static _ => true,
        };
    }

    private OneCAnswer AnswerOf(TransportResponse response, OneCRequest request, bool inSession) => new(Target, response.Status, request.IsBinary && response.Status == 200 && !IsPage(response.ContentType) ? "" : response.Text)
    {
        Body = response.Body,
        ContentType = response.FullContentType,
        Location = response.Header("Location"),
        RetryAfter = OneCAnswer.SecondsOf(response.Header("Retry-After"), time),
        Safety = request.Safety,
        InSession = inSession,
    };

    private static bool IsFile(OneCAnswer answer) => answer.Status == 200 && !IsPage(answer.ContentType);

    private static bool IsPage(string contentType) => contentType.Contains("html", StringComparison.OrdinalIgnoreCase);

    private async Task FinishAsync(OneCSession session)
    {
        var last = new TransportRequest("GET", session.Area.StartsWith("ws/", StringComparison.Ordinal) ? $"{session.Area}?wsdl" : session.Area.StartsWith("hs/", StringComparison.Ordinal) ? $"{session.Area}/version" : session.Area)
        {
            Headers = new Dictionary<string, string> { ["Cookie"] = $"ibsession={session.Cookie}", ["IBSession"] = "finish" },
            Timeout = FinishLimit,
            Accepts = static _ => true,
        };
        try
        {
            await transport.SendAsync(last, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectorException)
        {
            // Nobody waits for it, and the session ends by itself after its age.
        }
    }
}
