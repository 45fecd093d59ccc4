using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Posts a message once, with the detached signature of its exact bytes, and sorts what came of it.</summary>
internal sealed class SuzSending(ZnakPlan plan, ISuzClient client, TimeProvider time)
{
    // An order that is promised for later is looked at in time all the same: the promise is a guess.
    private static readonly TimeSpan LongestPromise = TimeSpan.FromMinutes(10);

    public async Task<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var content = message.Content;
        if (SuzStations.Of(plan, content.Organisation) is not { } station) return SendOutcome.Refused(SuzStations.Missing(content.Organisation).Error);
        ZnakAnswer answer;
        try
        {
            answer = await client.PostAsync(station, SuzOperations.PathOf(content.Operation), content.Payload, message.Signature, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (failure.Error.InDoubt)
        {
            return SendOutcome.NoVerdict(failure.Error);
        }
        catch (ConnectorException failure) when (failure.Error.Code is not (ConnectorErrorCode.AccessDenied or ConnectorErrorCode.Rejected or ConnectorErrorCode.InvalidArguments) && !IsOfToken(failure.Error))
        {
            return SendOutcome.NotSent(failure.Error);
        }

        return Sort(message, station, answer);
    }

    // The adapter above makes a text to sign of these.
    private static bool IsOfToken(ConnectorError error) => error.Reason is ZnakReasons.AuthFailed or ZnakReasons.NeedsSignature or ZnakReasons.SignerMissing or ZnakReasons.NotExclusive;

    private SendOutcome Sort(ExchangeMessage message, SuzStation station, ZnakAnswer answer)
    {
        var request = new ZnakRequest(ZnakService.Suz, HttpMethod.Post, SuzOperations.PathOf(message.Content.Operation)) { Class = CallClass.IrreversibleWrite, Inn = station.Inn };
        if (answer.IsOk) return Taken(message, station, answer) ?? SendOutcome.NoVerdict(ZnakFailures.Unreadable(answer, request).Error);
        var error = ZnakFailures.ErrorOf(answer, request);
        if (answer.Status == 429) return new SendOutcome(SendVerdict.Later) { Error = error, After = answer.RetryAfter, Reply = answer.Body };
        return SuzClient.IsRefusal(answer)
            ? SendOutcome.Refused(error) with { Reply = answer.Body }
            : SendOutcome.NoVerdict(error with { InDoubt = true }) with { Reply = answer.Body };
    }

    private SendOutcome? Taken(ExchangeMessage message, SuzStation station, ZnakAnswer answer)
    {
        var content = message.Content;
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            var id = content.Operation switch
            {
                SuzOperations.Order => json.RootElement.Text("orderId"),
                SuzOperations.Close => SuzPayload.Text(content.Payload, "orderId"),
                _ => json.RootElement.Text("reportId"),
            };
            if (string.IsNullOrEmpty(id)) return null;
            var promised = TimeSpan.FromMilliseconds(Math.Clamp(json.RootElement.Whole("expectedCompleteTimestamp") ?? 0, 0, (long)LongestPromise.TotalMilliseconds));
            return SendOutcome.Accepted(id) with { Reply = answer.Body, Records = SuzTraces.Of(content, station, id, time.GetUtcNow() + promised) };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
