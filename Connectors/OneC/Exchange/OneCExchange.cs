using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>The standard data exchange service (<c>exchange_dsl_1_0_0_1</c>): its methods, and whole transfers made of them.</summary>
internal sealed class OneCExchange(OneCExchangeOptions exchange, OneCTransport transport, OneCFiles files, TimeProvider time)
{
    /// <summary>The limit 1C itself keeps for calls that carry no data; those that do have the limit of a part.</summary>
    public static readonly TimeSpan ControlLimit = TimeSpan.FromSeconds(20);

    private readonly OneCWaiting waiting = new(transport, time);
    private string? known = exchange.Version.Length > 0 ? exchange.Version : null;

    public OneCFiles Files { get; } = files;

    /// <summary>The interface version, as the base tells it.</summary>
    public async Task<string> VersionAsync(OneCCall? call, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(new OneCRequest("GET", OneCAddress.Below($"hs/{exchange.Root}", "version")) { Call = call, OwnSessions = true, Timeout = ControlLimit }, cancellationToken).ConfigureAwait(false);
        var version = answer.Text.Trim();
        return version.Length is > 0 and <= 20 ? version : throw OneCJson.Strange(answer, "it is no version", "это не версия");
    }

    /// <summary>Where the methods stand; asks for the version once.</summary>
    public async ValueTask<OneCFileRoot> RootAsync(OneCCall call, CancellationToken cancellationToken) =>
        OneCFileRoot.Standard(exchange.Root, known ??= await VersionAsync(call, cancellationToken).ConfigureAwait(false));

    /// <summary>Calls a method that takes its parameters in the query.</summary>
    /// <returns>The JSON of the answer; null for an empty one.</returns>
    public async Task<JToken?> CallAsync(OneCCall call, OneCExchangeCall asked, CancellationToken cancellationToken)
    {
        var root = await RootAsync(call, cancellationToken).ConfigureAwait(false);
        var answer = await transport.SendAsync(
            new OneCRequest(asked.Verb, OneCAddress.WithQuery(OneCAddress.Below(root.Path, asked.Name), asked.Query))
            {
                Safety = asked.Safety,
                Call = call,
                OwnSessions = true,
                Body = asked.Body is null ? null : TransportBody.Text(asked.Body),
                Timeout = asked.CarriesData ? transport.Options.PartTimeout : ControlLimit,
            },
            cancellationToken).ConfigureAwait(false);
        return OneCJson.Read(answer);
    }

    /// <summary>Waits for an operation that an answer speaks of, and hands the answer back when it has ended.</summary>
    public async Task<JObject> EndAsync(OneCCall call, JToken? started, CancellationToken cancellationToken)
    {
        var answer = started as JObject ?? new JObject();
        if (!Flag(answer["TimeConsumingOperation"])) return answer;
        if (Text(answer["OperationID"]) is not { Length: > 0 } id)
        {
            throw OneCJson.Strange(new OneCAnswer(transport.Target, 200, answer.ToString(Formatting.None)) { Safety = MethodSafety.Unsafe }, "it speaks of a long operation without its OperationID", "длительная операция без OperationID");
        }

        var pauses = OneCPoll.Standard(exchange.PollDelay, exchange.PollStep, exchange.MaxPollDelay);
        var work = new OneCWork<JObject>(id, MethodSafety.Unsafe, pauses, async token => (await StateAsync(call, id, token).ConfigureAwait(false), answer));
        return await waiting.UntilEndAsync(work, cancellationToken).ConfigureAwait(false);
    }

    public async Task<OneCState> StateAsync(OneCCall call, string id, CancellationToken cancellationToken)
    {
        var asked = new OneCExchangeCall("GET", "GetContinuousOperationStatus", MethodSafety.Safe) { Query = [new("OperationID", id)] };
        var body = await CallAsync(call, asked, cancellationToken).ConfigureAwait(false) as JObject;
        return new OneCState(Text(body?["ActionState"]) ?? "", Text(body?["Message"]) ?? "");
    }

    public static string? Text(JToken? token) => token is JValue { Value: not null } value ? value.ToString(CultureInfo.InvariantCulture) : null;

    private static bool Flag(JToken? token) => "true".Equals(Text(token), StringComparison.OrdinalIgnoreCase);
}
