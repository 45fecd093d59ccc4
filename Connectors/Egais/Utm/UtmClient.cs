using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Xml;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Talks with the UTM of the organisations. Thread-safe; owns its connections.</summary>
/// <remarks>At most one POST at a time goes to a UTM and a few GETs side by side: it is a small service that signs with a token.</remarks>
internal sealed class UtmClient(EgaisPlan plan, ILogger? logger, TimeProvider time) : IDisposable
{
    private const string OutBox = "/opt/out";
    private const string InBox = "/opt/in";
    private readonly ConcurrentDictionary<(string Host, int Port), Lazy<UtmLine>> lines = new();

    /// <summary>Host and port, as errors name them.</summary>
    public static string TargetOf(EgaisOrganisation organisation) => HostName.Address(organisation.Host, organisation.Port).Authority;

    /// <summary>Posts a document once. Every answer is handed back.</summary>
    /// <param name="organisation">Whose UTM.</param>
    /// <param name="urlType">The segment of <c>/opt/in</c>, or <c>xml</c> with its query for a cheque.</param>
    /// <param name="xml">The document.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ConnectorException">No answer; <see cref="ConnectorError.InDoubt"/> tells whether it may have arrived.</exception>
    /// <exception cref="NotLeftException">Cancelled before it left.</exception>
    public async ValueTask<UtmAnswer> PostAsync(EgaisOrganisation organisation, string urlType, ReadOnlyMemory<byte> xml, CancellationToken cancellationToken)
    {
        var line = LineOf(organisation);
        try
        {
            await line.Posts.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new NotLeftException(cancellationToken);
        }

        try
        {
            if (cancellationToken.IsCancellationRequested) throw new NotLeftException(cancellationToken);
            return await SendAsync(line, new TransportRequest("POST", PathOf(urlType))
            {
                Body = UtmForm.Of(xml.Span),
                Safety = MethodSafety.Unsafe,
                Timeout = organisation.Timeout,
                Accepts = static _ => true,
            }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            line.Posts.Release();
        }
    }

    /// <summary>Lists the out-box while it is read.</summary>
    /// <param name="organisation">Whose UTM.</param>
    /// <param name="filter">A query such as <c>replyId=…</c>, or null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<UtmEntry> ListAsync(EgaisOrganisation organisation, string? filter, CancellationToken cancellationToken) =>
        EntriesAsync(organisation, filter is null ? OutBox : $"{OutBox}?{filter}", cancellationToken);

    /// <summary>What the UTM has taken and not yet handed to the registry.</summary>
    public async ValueTask<IReadOnlyList<UtmEntry>> InboxAsync(EgaisOrganisation organisation, CancellationToken cancellationToken) =>
        await AllAsync(organisation, InBox, cancellationToken).ConfigureAwait(false);

    /// <summary>The requests the UTM knows, each with its undocumented state.</summary>
    public async ValueTask<IReadOnlyList<UtmEntry>> StateAsync(EgaisOrganisation organisation, CancellationToken cancellationToken) =>
        await AllAsync(organisation, $"{InBox}/state", cancellationToken).ConfigureAwait(false);

    /// <summary>Reads a document.</summary>
    /// <exception cref="ConnectorException"><see cref="UtmReasons.Gone"/>: somebody else took it.</exception>
    public async ValueTask<byte[]> FetchAsync(EgaisOrganisation organisation, string path, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(organisation, path, null, plan.Limits.MaxDocumentBytes, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404) throw new ConnectorException(UtmErrors.Gone(answer.Target, path));
        if (!answer.IsOk) throw new ConnectorException(UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)));
        return answer.IsXml ? answer.Body : throw new ConnectorException(UtmErrors.NotXml(answer.Target, path, ofList: false));
    }

    /// <summary>Removes a document for ever; one that is gone already counts as removed.</summary>
    public async ValueTask DeleteAsync(EgaisOrganisation organisation, string path, CancellationToken cancellationToken)
    {
        UtmAnswer answer;
        try
        {
            answer = await SendAsync(LineOf(organisation), new TransportRequest("DELETE", path) { Safety = MethodSafety.Unsafe, Timeout = organisation.Timeout, Accepts = static _ => true }, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (failure.Error.InDoubt)
        {
            // Asked for twice it is the same removal: the next run asks again, and a lost answer is no doubt.
            throw new ConnectorException(UtmErrors.TimedOut(TargetOf(organisation), failure.Error.Detail), failure);
        }

        if (!answer.IsOk && answer.Status != 404) throw new ConnectorException(UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)));
    }

    /// <summary>Reads a page of the UTM, whatever its status.</summary>
    public ValueTask<UtmAnswer> PageAsync(EgaisOrganisation organisation, string path, CancellationToken cancellationToken, TimeSpan? limit = null) =>
        GetAsync(organisation, path, limit, plan.Limits.MaxDocumentBytes, cancellationToken);

    public void Dispose()
    {
        foreach (var line in lines.Values.Where(lazy => lazy.IsValueCreated)) line.Value.Dispose();
    }

    internal static string PathOf(string urlType) => urlType.StartsWith("xml", StringComparison.Ordinal) && (urlType.Length == 3 || urlType[3] == '?') ? $"/{urlType}" : $"{InBox}/{urlType}";

    private async ValueTask<IReadOnlyList<UtmEntry>> AllAsync(EgaisOrganisation organisation, string path, CancellationToken cancellationToken)
    {
        var entries = new List<UtmEntry>();
        await foreach (var entry in EntriesAsync(organisation, path, cancellationToken).ConfigureAwait(false)) entries.Add(entry);
        return entries;
    }

    private async IAsyncEnumerable<UtmEntry> EntriesAsync(EgaisOrganisation organisation, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = LineOf(organisation);
        await line.Reads.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var answer = await OpenAsync(line, new TransportRequest("GET", path) { Timeout = organisation.Timeout * 2 }, cancellationToken).ConfigureAwait(false);
            await using var entries = UtmLists.ReadAsync(answer.Body, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(entries, line.Target, path).ConfigureAwait(false)) yield return entries.Current;
        }
        finally
        {
            line.Reads.Release();
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<UtmEntry> entries, string target, string path)
    {
        try
        {
            return await entries.MoveNextAsync().ConfigureAwait(false);
        }
        catch (XmlException failure)
        {
            throw new ConnectorException(UtmErrors.NotXml(target, path, ofList: true) with { Detail = failure.Message }, failure);
        }
        catch (ConnectorException failure)
        {
            throw Told(failure, target);
        }
    }

    private static async ValueTask<TransportStream> OpenAsync(UtmLine line, TransportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await line.Transport.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            throw Told(failure, line.Target);
        }
    }

    private async ValueTask<UtmAnswer> GetAsync(EgaisOrganisation organisation, string path, TimeSpan? limit, long maxBytes, CancellationToken cancellationToken)
    {
        var line = LineOf(organisation);
        await line.Reads.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsync(line, new TransportRequest("GET", path) { Timeout = limit ?? organisation.Timeout, MaxBytes = maxBytes, Accepts = static _ => true }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            line.Reads.Release();
        }
    }

    private static async ValueTask<UtmAnswer> SendAsync(UtmLine line, TransportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await line.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new UtmAnswer(line.Target, response.Status, response.Body);
        }
        catch (ConnectorException failure)
        {
            throw Told(failure, line.Target);
        }
    }

    private static ConnectorException Told(ConnectorException failure, string target) => new(UtmFailures.Of(failure.Error, target), failure);

    private UtmLine LineOf(EgaisOrganisation organisation) =>
        lines.GetOrAdd((organisation.Host.ToLowerInvariant(), organisation.Port), key => new Lazy<UtmLine>(() => new UtmLine(HostName.Address(key.Host, key.Port), plan, logger, time))).Value;
}
