using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Documents of True API: handed in once, asked for until they are decided, looked for when their answer was lost.</summary>
internal sealed class TrueApiAdapter(ZnakPlan plan, ZnakCaller caller, DocumentSearch search, TimeProvider time) : IPurposeAdapter
{
    public const string Name = "TrueApi";

    // The remote id that a message was given, so that an equal document of another message is never taken for it.
    private const string SentKind = DocumentSearch.SentKind;

    private static readonly TimeSpan[] First = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ByJob = TimeSpan.FromMinutes(10);

    public string Purpose => Name;

    public TokenKind Token => TokenKind.TrueApi;

    public async ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var request = RequestOf(message);
        ZnakAnswer answer;
        try
        {
            answer = await caller.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (failure.Error.InDoubt)
        {
            return SendOutcome.NoVerdict(failure.Error);
        }
        catch (ConnectorException failure) when (!NoTokenException.Is(failure) && failure.Error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout or ConnectorErrorCode.Busy or ConnectorErrorCode.Failed)
        {
            return SendOutcome.NotSent(failure.Error);
        }

        return OutcomeOf(answer, request, message);
    }

    public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken) => search.FindAsync(message, cancellationToken);

    public async ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var path = $"/api/v4/true-api/doc/{Uri.EscapeDataString(message.RequestId!)}/info?pg={Uri.EscapeDataString(message.Content.ProductGroup ?? "")}&body=false&content=false";
        var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, path) { Inn = message.Content.Organisation };
        var answer = await caller.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk) return DocumentVerdict.Of(answer, request);
        var error = ZnakFailures.ErrorOf(answer, request);

        // In the first minutes it is not visible yet; after that somebody must look where it went.
        var lost = answer.Status == 404 && time.GetUtcNow() - (message.SentAt ?? message.StageSince) > plan.Documents.Visible;
        return new ReplyOutcome(lost ? ReplyVerdict.Attention : ReplyVerdict.Same) { Error = lost ? Vanished(message, error) : error };
    }

    public TimeSpan? DelayOf(ExchangeMessage message) => message.Stage switch
    {
        ExchangeStage.Uncertain => search.DelayOf(message),
        ExchangeStage.WaitingRemote => ByJob,
        _ when message.PollNumber < First.Length => First[message.PollNumber],
        _ => message.PollNumber < First.Length + 60 ? Minute : ByJob,
    };

    /// <summary>The request that hands a document in. A transfer document may carry the buyer's title.</summary>
    private static ZnakRequest RequestOf(ExchangeMessage message)
    {
        var content = message.Content;
        var body = new JObject
        {
            ["document_format"] = content.Format.Length > 0 ? content.Format : "MANUAL",
            ["product_document"] = Convert.ToBase64String(content.Payload),
            ["type"] = content.Operation,
            ["signature"] = Convert.ToBase64String(message.Signature ?? []),
        };
        if (content.SecondPayload.Length > 0)
        {
            body["second_product_document"] = Convert.ToBase64String(content.SecondPayload);
            body["second_signature"] = Convert.ToBase64String(message.SecondSignature ?? []);
        }

        return new ZnakRequest(ZnakService.TrueApi, HttpMethod.Post, $"/api/v3/true-api/lk/documents/create?pg={Uri.EscapeDataString(content.ProductGroup ?? "")}")
        {
            Inn = content.Organisation,
            Class = CallClass.IrreversibleWrite,
            Body = Encoding.UTF8.GetBytes(body.ToString(Formatting.None)),
        };
    }

    private static SendOutcome OutcomeOf(ZnakAnswer answer, ZnakRequest request, ExchangeMessage message)
    {
        if (answer.IsOk)
        {
            return IdOf(answer) is { } id
                ? SendOutcome.Accepted(id) with { Reply = answer.Body, Records = [new RecordChange(SentKind, id, Encoding.UTF8.GetBytes(message.Id)) { Index1 = message.Content.Organisation }] }
                : SendOutcome.NoVerdict(ZnakFailures.Unreadable(answer, request).Error) with { Reply = answer.Body };
        }

        var error = ZnakFailures.ErrorOf(answer, request);
        return answer.Status switch
        {
            // The gate in front of the service counts requests and answers before it hands any on: nothing was taken, so that it may be sent again by machine.
            429 => new SendOutcome(SendVerdict.Later) { Error = error, After = answer.RetryAfter ?? TimeSpan.FromSeconds(30) },
            < 400 => SendOutcome.NotSent(error),
            408 or >= 500 => SendOutcome.NoVerdict(error) with { Reply = answer.Body },
            _ => SendOutcome.Refused(error) with { Reply = answer.Body },
        };
    }

    // Plain text: a UUID, perhaps in quotes, or the name of a file.
    private static string? IdOf(ZnakAnswer answer)
    {
        var id = answer.Text.Trim().Trim('"').Trim();
        return id.Length is > 0 and <= 300 && id.IndexOfAny(['<', '>', '{', '}', '\n', ' ']) < 0 ? id : null;
    }

    private static ConnectorError Vanished(ExchangeMessage message, ConnectorError error) =>
        new(ConnectorErrorCode.Rejected, $"Chestny ZNAK took the document {message.RequestId} and cannot find it any more. Look into the account.")
        {
            MessageRu = $"Честный ЗНАК принял документ {message.RequestId}, но не находит его. Проверьте в личном кабинете.",
            Reason = ZnakReasons.NeedsAttention,
            Detail = error.Detail,
        };
}
