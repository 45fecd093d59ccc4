using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Connectors.Exchange;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit;
using TestKit.Exchange;
using Unit.Tests.ChestnyZnak;

namespace Unit.Tests.Egais.Receiving;

/// <summary>The engine with the real dialogue over a scripted box, in memory: what the box hands out and what becomes of documents.</summary>
internal sealed class DialogueRig : IGateMoves
{
    public const string Us = "030000123456";
    public const string Partner = "010000000001";
    public const string Sister = "030000999999";
    private const string ConnectorId = "egais";

    private readonly RemoteSide remote = new();
    private readonly DialogueRules rules;
    private IncomingHandler handler;
    private int count;

    public DialogueRig(DialogueRules? rules = null)
    {
        Records = new HeldRecords(Clock);
        Cards = new DocumentCards(Records);
        Exchange = new ExchangeEngine(ConnectorId, StoreWithRecords.Over(Store, Records), Records, Clock, NullLogger<ExchangeEngine>.Instance, new ExchangeOptions());
        this.rules = rules ?? new DialogueRules { Organisations = [Us, Sister] };
        handler = NewHandler();
        Adapter = new ReceivingAdapter(remote, new EgaisStatuses())
        {
            OnHandle = item => handler.HandleAsync(item, default).AsTask().GetAwaiter().GetResult(),
            Rank = item => handler.RankOf(item),
            OnSend = (_, _) => ValueTask.FromResult(NextSend()),
            OnDelay = _ => null,
        };
    }

    public ManualTimeProvider Clock { get; } = new();

    public MemoryExchangeStore Store { get; } = new();

    public HeldRecords Records { get; }

    public DocumentCards Cards { get; }

    public IExchange Exchange { get; }

    public ReceivingAdapter Adapter { get; }

    /// <summary>What becomes of the next transmission, once.</summary>
    public SendOutcome? Sending { get; set; }

    /// <summary>The questions whose gates were moved.</summary>
    public List<string> Refused { get; } = [];

    public int InBox => remote.Box.Count;

    /// <summary>The process is gone, and another one goes on.</summary>
    public void Restart() => handler = NewHandler();

    public async Task<EgaisDocument> DocumentAsync(EgaisDocumentKind kind, string? regId = null, string number = "Н-1", string organisation = Us)
    {
        var card = new EgaisDocument(Guid.CreateVersion7(Clock.GetUtcNow()).ToString(), kind, organisation) { Number = number, Date = new DateOnly(2026, 5, 30), RegId = regId };
        await Records.WriteAsync(DocumentCards.Numbered(card), default);
        return card;
    }

    /// <summary>Prepares a message of a document, or a question without one, and sends it.</summary>
    public async Task<ExchangeMessage> SendAsync(EgaisDocument? card, EgaisOperation operation, string docType, string? identity = null, string? parameter = null, string organisation = Us)
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow()).ToString();
        var extra = new ConnectorRecord { { "docType", docType }, { "parameter", parameter } };
        RecordChange[] records = identity is null ? [] : [new RecordChange(RecordKinds.Identity, $"{organisation}/{identity}", Encoding.UTF8.GetBytes($$"""{"message":"{{id}}","operation":"{{operation}}","document":"{{card?.Id}}"}"""))];
        if (parameter is not null && Questions.Is(operation))
        {
            var gate = Gate.Read(organisation, operation, await Records.GetAsync(RecordKinds.Gate, Gate.KeyOf(organisation, operation), default));
            records = [.. records, QuestionGates.Pass(gate, id, parameter)];
        }

        var message = new OutgoingMessage(organisation, operation.ToString(), [1, (byte)count]) { Id = id, Purpose = "Utm", Document = card?.Id, DocumentKind = card?.Kind.ToString() ?? "", Format = docType, Extra = extra, Records = records };
        (await Exchange.PrepareAsync(Adapter, [message], default))[0].Error.Should().BeNull();
        await Exchange.RunAsync(Adapter, new ExchangeRun { MessageId = id, OneStep = true }, default);
        return (await MessageAsync(id))!;
    }

    /// <summary>Puts documents into the box and receives them all.</summary>
    public async Task<ExchangeResult> ReceiveAsync(params (string Kind, string? ReplyTo, byte[] Xml)[] documents)
    {
        foreach (var document in documents) Put(document.Kind, document.ReplyTo, document.Xml);
        return await ReceiveAsync();
    }

    public async Task<ExchangeResult> ReceiveAsync() => await Exchange.RunAsync(Adapter, new ExchangeRun { Organisations = [Us], Part = ExchangePart.Receiving, OneStep = true }, default);

    public void Put(string kind, string? replyTo, byte[] xml, string organisation = Us)
    {
        var path = $"/opt/out/{kind}/{(++count).ToString("D6", CultureInfo.InvariantCulture)}";
        remote.Box[":" + path] = (new IncomingItem(organisation, ":" + path, path) { Kind = kind, ReplyTo = ReplyIds.Normalise(replyTo) }, xml);
    }

    public async Task<DocumentState> StateAsync(EgaisDocument card) => (await Exchange.FindDocumentAsync(card.Id, default))!;

    /// <summary>The status, which the protocol must give again.</summary>
    public async Task<string> StatusAsync(EgaisDocument card)
    {
        var seen = await StateAsync(card);
        var restored = (await Exchange.RestoreStatusAsync(Adapter, card.Id, null, default))!;
        restored.Should().BeEquivalentTo(seen, options => options.Excluding(state => state.Version));
        return seen.Status;
    }

    public async Task<EgaisDocument> CardAsync(EgaisDocument card) => await Cards.GetAsync(card.Id, default);

    public async Task<ExchangeMessage?> MessageAsync(string id) => await Store.FindMessageAsync(ConnectorId, id, default);

    public async Task<ExchangeStage> StageAsync(ExchangeMessage message) => (await MessageAsync(message.Id))!.Stage;

    public async Task<IReadOnlyList<StoredIncoming>> InboxAsync(params IncomingStage[] stages) => await Exchange.ListIncomingAsync(Us, stages, null, 1000, default);

    public async Task<EgaisDocument> WaybillAsync(string regId) => (await Cards.ListAsync(Us, regId, null, 10, default)).Single();

    public ValueTask<IReadOnlyList<RecordChange>> RefusedAsync(ExchangeMessage question, CancellationToken cancellationToken)
    {
        Refused.Add(question.Id);
        return new([new RecordChange(RecordKinds.Gate, "moved", [1])]);
    }

    private IncomingHandler NewHandler() => new(new EgaisLookup(Exchange, Records, Cards), rules, Clock, this);

    private SendOutcome NextSend()
    {
        var outcome = Sending ?? SendOutcome.Accepted(ReplyIds.Normalise($"5b8e0f7a-1111-4222-8333-{++count:D12}")!);
        Sending = null;
        return outcome;
    }
}
