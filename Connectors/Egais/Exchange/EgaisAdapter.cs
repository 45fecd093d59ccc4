using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>What the exchange engine is given: posts documents to the UTM of their organisation, looks for lost ones, and receives from its out-box.</summary>
internal sealed class EgaisAdapter : IExchangeAdapter, IIncomingAdapter
{
    // The first wait after a lost answer, then longer; a ticket comes earlier than any of the later ones.
    private static readonly TimeSpan[] Searches = [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];
    private readonly EgaisPlan plan;
    private readonly UtmClient utm;
    private readonly UtmOwners owners;
    private readonly IncomingHandler handler;
    private readonly IPostRecords? records;
    private readonly UtmOutBox box;
    private readonly SentSearch search;
    private readonly AnswerReading answers;
    private readonly AnswerTimes? times;

    public EgaisAdapter(EgaisPlan plan, UtmClient utm, UtmOwners owners, IExchange exchange, IncomingHandler handler, IDocumentStatuses statuses, ILogger logger, TimeProvider time, IPostRecords? records = null, AnswerTimes? times = null)
    {
        this.times = times;
        this.plan = plan;
        this.utm = utm;
        this.owners = owners;
        this.handler = handler;
        this.records = records;
        Statuses = statuses;
        box = new UtmOutBox(plan, utm, owners, exchange, logger);
        search = new SentSearch(plan, utm, owners, exchange, time);
        answers = new AnswerReading(utm, owners, handler, time);
    }

    public IDocumentStatuses Statuses { get; }

    public int SliceSize => plan.Limits.Batch;

    public int ParallelFetches => plan.Limits.ParallelReads;

    // A UTM may be off for a weekend: what waits for it goes when it is back, and nobody has to decide about each document.
    public bool GivesUp => false;

    // The UTM signs with its own token.
    public ISigner? SignerOf(string organisation) => null;

    public async ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var content = message.Content;
        if (plan.TryFind(content.Organisation) is not { Enabled: true } organisation) return UtmAnswers.NotSent(UtmErrors.NotConfigured(content.Organisation), int.MaxValue);
        if (organisation.Mode == ExchangeMode.Client) return new SendOutcome(SendVerdict.HandedOut) { After = plan.Limits.Lease };
        IReadOnlyList<RecordChange> posted = [];
        try
        {
            await owners.EnsureAsync(organisation, cancellationToken).ConfigureAwait(false);
            // Before the post, so that nothing can fail between the UTM's answer and its being kept.
            if (records is not null) posted = await records.PostedAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            return UtmAnswers.NotSent(failure.Error with { InDoubt = false }, message.Attempt);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.NotSent(UtmErrors.Stopped(message.Id));
        }

        return await PostAsync(organisation, message, posted, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await search.FindAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            return new FindOutcome(FindVerdict.NotYet) { Error = failure.Error with { InDoubt = false } };
        }
    }

    public async ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (plan.TryFind(message.Content.Organisation) is not { Enabled: true } organisation) return new ReplyOutcome(ReplyVerdict.Same) { Error = UtmErrors.NotConfigured(message.Content.Organisation) };
        var told = organisation.Mode == ExchangeMode.Client ? new ReplyOutcome(ReplyVerdict.Same) : await answers.ReadAsync(organisation, message, cancellationToken).ConfigureAwait(false);
        // A question that nobody answered in its time ends here; what lies in the box goes before.
        return told.Verdict == ReplyVerdict.Same && times is not null ? await times.EndOfAsync(message, cancellationToken).ConfigureAwait(false) ?? told : told;
    }

    // Tickets wake an accepted message; only a lost one is asked for, and a question whose answer is overdue.
    public TimeSpan? DelayOf(ExchangeMessage message)
    {
        if (message.Stage != ExchangeStage.Uncertain) return message.Stage == ExchangeStage.Accepted ? times?.LeftOf(message) : null;
        var step = Searches[Math.Clamp(message.PollNumber, 0, Searches.Length - 1)];
        var longest = plan.VerifyWait * 2;
        return step < longest ? step : longest;
    }

    public ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A UTM signs with its own token and asks for no session key.");

    public IAsyncEnumerable<IncomingItem> ListIncomingAsync(string organisation, CancellationToken cancellationToken) =>
        Reached(organisation) is { } own ? box.ListAsync(own, cancellationToken) : AsyncEnumerable.Empty<IncomingItem>();

    public ValueTask<byte[]> FetchIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => box.FetchAsync(Required(item), item, cancellationToken);

    public int RankOf(StoredIncoming item) => handler.RankOf(item);

    public ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken) => handler.HandleAsync(item, cancellationToken);

    /// <summary>What an item means, however often it was looked at before.</summary>
    public ValueTask<IncomingOutcome> HandleNowAsync(StoredIncoming item, CancellationToken cancellationToken) => handler.HandleNowAsync(item, cancellationToken);

    public bool MayAcknowledge(string organisation) => Reached(organisation) is { Exclusive: true };

    public ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => box.DeleteAsync(Required(item), item, cancellationToken);

    private EgaisOrganisation? Reached(string organisation) => plan.TryFind(organisation) is { Enabled: true, Mode: ExchangeMode.Server } own ? own : null;

    private EgaisOrganisation Required(IncomingItem item) => Reached(item.Organisation) ?? throw new ConnectorException(UtmErrors.NotConfigured(item.Organisation));

    private async ValueTask<SendOutcome> PostAsync(EgaisOrganisation organisation, ExchangeMessage message, IReadOnlyList<RecordChange> posted, CancellationToken cancellationToken)
    {
        var urlType = MessageFields.UrlTypeOf(message.Content);
        try
        {
            var outcome = UtmAnswers.Of(await utm.PostAsync(organisation, urlType, message.Content.Payload, cancellationToken).ConfigureAwait(false), urlType, message.Attempt);
            return outcome.Verdict == SendVerdict.Accepted ? outcome with { Records = posted } : outcome;
        }
        catch (NotLeftException)
        {
            return SendOutcome.NotSent(UtmErrors.Stopped(message.Id));
        }
        catch (ConnectorException failure)
        {
            return UtmAnswers.Of(failure.Error, message.Attempt);
        }
    }
}
