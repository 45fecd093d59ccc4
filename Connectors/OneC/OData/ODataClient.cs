using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>Sends the requests of the OData interface, always asking for JSON: without that 1C answers Atom XML.</summary>
internal sealed class ODataClient(OneCTransport transport, string root)
{
    /// <summary>The light form, without links nobody follows.</summary>
    public const string LightJson = "application/json;odata=nometadata";

    // Enough to tell a list from a refusal, and few bytes to wait for where they come one by one.
    private const int LookAhead = 256;
    private const int ErrorLimit = 64 * 1024;
    private const long MaxStreamBytes = 1024L * 1024 * 1024;
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>Host and port of the base.</summary>
    public string Target => transport.Target;

    /// <summary>The path of the interface below the base.</summary>
    public string Root { get; } = root;

    /// <summary>The whole address of the interface.</summary>
    public string Address { get; } = $"{transport.Options.Http.BaseAddress.AbsoluteUri.TrimEnd('/')}/{root}";

    /// <summary>How many characters an address may have behind <see cref="Root"/> and its slash.</summary>
    public int Room { get; } = AddressText.MaxLength - transport.Options.Http.BaseAddress.AbsoluteUri.TrimEnd('/').Length - root.Length - 2;

    /// <summary>Ends when the connector is stopped.</summary>
    public CancellationToken Stopping => transport.Stopping;

    /// <summary>Sends a request and reads its answer whole.</summary>
    public Task<OneCAnswer> SendAsync(string verb, string address, OneCCall? call, MethodSafety safety, CancellationToken cancellationToken, JToken? body = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        var all = new Dictionary<string, string>(headers ?? NoHeaders, StringComparer.OrdinalIgnoreCase);
        all.TryAdd("Accept", LightJson);
        var request = new OneCRequest(verb, $"{Root}/{address}")
        {
            Headers = all,
            Body = body is null ? null : TransportBody.Text(body.ToString(Formatting.None)),
            Safety = safety,
            Call = call,
        };
        return transport.SendAsync(request, cancellationToken);
    }

    /// <summary>Reads one object.</summary>
    public async Task<JObject> GetObjectAsync(string address, OneCCall? call, CancellationToken cancellationToken) =>
        ObjectOf(await SendAsync("GET", address, call, MethodSafety.Safe, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads bytes of any kind.</summary>
    public async Task<byte[]> GetBytesAsync(string address, OneCCall? call, CancellationToken cancellationToken)
    {
        var request = new OneCRequest("GET", $"{Root}/{address}") { Headers = new Dictionary<string, string> { ["Accept"] = "*/*" }, Call = call, IsBinary = true };
        return (await transport.SendAsync(request, cancellationToken).ConfigureAwait(false)).Body;
    }

    /// <summary>Opens the description of the base.</summary>
    public Task<OneCStream> OpenMetadataAsync(CancellationToken cancellationToken) =>
        transport.OpenAsync(new OneCRequest("GET", $"{Root}/$metadata") { Headers = new Dictionary<string, string> { ["Accept"] = "application/xml" }, MaxBytes = MaxStreamBytes }, cancellationToken);

    /// <summary>Opens a list; its objects are read as their bytes arrive.</summary>
    /// <exception cref="ConnectorException">1C refused, or something else answered.</exception>
    public async Task<OpenPage> OpenAsync(string address, OneCCall? call, CancellationToken cancellationToken)
    {
        var request = new OneCRequest("GET", $"{Root}/{address}") { Headers = new Dictionary<string, string> { ["Accept"] = LightJson }, Call = call, MaxBytes = MaxStreamBytes };
        var stream = await transport.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var first = new byte[LookAhead];
            var length = await stream.Body.ReadAtLeastAsync(first, LookAhead, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (LooksLikeList(first.AsSpan(0, length))) return new OpenPage(new ODataPage(new PrefixedStream(first.AsMemory(0, length), stream.Body), RefusalOf), stream);
            throw await RefusalAsync(stream, first.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What an answer of success says in place of what was asked for, by its beginning; null for nothing that is known.</summary>
    public ConnectorException? FindRefusal(ReadOnlySpan<byte> beginning) =>
        OneCFailures.Find(new OneCAnswer(Target, 200, Encoding.UTF8.GetString(beginning).TrimStart('\uFEFF'))) is { } refusal ? transport.Raw.WithoutSecrets(refusal) : null;

    public static JObject ObjectOf(OneCAnswer answer)
    {
        try
        {
            return JsonText.Parse(answer.Text) as JObject ?? throw new JsonReaderException("It is not an object.");
        }
        catch (JsonException broken)
        {
            var unreadable = ODataErrors.Unreadable("an object was expected", "ожидался объект", OneCWords.Limited(answer.Text), broken);
            throw new ConnectorException(unreadable.Error with { Target = answer.Target, InDoubt = answer.Safety != MethodSafety.Safe }, broken);
        }
    }

    // A page, an error document or a licence phrase under status 200 is told by its beginning; after it, rows may come for minutes.
    private static bool LooksLikeList(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith(Encoding.UTF8.Preamble)) first = first[Encoding.UTF8.Preamble.Length..];
        first = first.TrimStart(" \t\r\n"u8);
        return first is [(byte)'{', ..] && first[..Math.Min(first.Length, 200)].IndexOf("\"odata.error\""u8) < 0;
    }

    private async Task<ConnectorException> RefusalAsync(OneCStream stream, ReadOnlyMemory<byte> first, CancellationToken cancellationToken)
    {
        var rest = new byte[ErrorLimit];
        var length = await stream.Body.ReadAtLeastAsync(rest, ErrorLimit, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString([.. first.Span, .. rest.AsSpan(0, length)]).TrimStart('\uFEFF');
        var answer = new OneCAnswer(Target, stream.Status, text) { ContentType = stream.ContentType };
        return transport.Raw.WithoutSecrets(OneCFailures.Find(answer) ?? ODataErrors.Unreadable("a list was expected", "ожидался список", OneCWords.Limited(text)));
    }

    // An error that stands among the members of a list: the rows before it are not all there are.
    private ConnectorException RefusalOf(string text) => transport.Raw.WithoutSecrets(OneCFailures.Of(new OneCAnswer(Target, 200, text)));
}
