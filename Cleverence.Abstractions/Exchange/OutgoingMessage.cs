namespace Cleverence.Connectivity.Exchange;

/// <summary>A message that a connector wants to send: its exact bytes and what the engine must know of it.</summary>
/// <remarks>The bytes of a message never change: a correction is a new message.</remarks>
/// <param name="Organisation">Whose message it is: ИНН for Chestny ZNAK, FSRAR id for EGAIS.</param>
/// <param name="Operation">The kind of exchange step, such as <c>LK_RECEIPT</c> or <c>WayBillAct_v4</c>.</param>
/// <param name="Payload">The bytes that are signed and sent.</param>
public sealed record OutgoingMessage(string Organisation, string Operation, byte[] Payload)
{
    /// <summary>The id; made by the engine when null. Give one to tie other messages to this one before it is enqueued.</summary>
    public string? Id { get; init; }

    /// <summary>The sub-system it goes to (Назначение), such as <c>TrueApi</c> or <c>Suz</c>. At most one message of an organisation and purpose is being sent at a time.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The order station, workplace or the like within the purpose.</summary>
    public string? Station { get; init; }

    /// <summary>The product group, where the other system divides by it.</summary>
    public string? ProductGroup { get; init; }

    /// <summary>The document it belongs to; null for a request of its own.</summary>
    public string? Document { get; init; }

    /// <summary>The document's kind; the status table is found by kind and operation.</summary>
    public string DocumentKind { get; init; } = "";

    /// <summary>The document that document was made from.</summary>
    public string? BaseDocument { get; init; }

    /// <summary>The message this one answers or continues.</summary>
    public string? BaseMessage { get; init; }

    /// <summary>The next action that leads here. It must be among the document's current actions; null for no guard.</summary>
    public string? Action { get; init; }

    /// <summary>The format and version of the payload, for the protocol.</summary>
    public string Format { get; init; } = "";

    /// <summary>The message that must be final before this one's answer is taken (ЗагружатьПосле).</summary>
    public string? LoadAfter { get; init; }

    /// <summary>The message whose answer must not be taken before this one is final (ЗагружатьДо).</summary>
    public string? LoadBefore { get; init; }

    /// <summary>The message that must be final before this one is sent (ПередаватьПосле).</summary>
    public string? SendAfter { get; init; }

    /// <summary>Whether the payload must be signed, detached, before it is sent.</summary>
    public bool NeedsSignature { get; init; }

    /// <summary>A second payload for another signer, such as the buyer's title; empty for none.</summary>
    public byte[] SecondPayload { get; init; } = [];

    /// <summary>The organisation that signs <see cref="SecondPayload"/>.</summary>
    public string? SecondSigner { get; init; }

    /// <summary>Higher goes first; equal ones in the order of their making.</summary>
    public int Priority { get; init; }

    /// <summary>Messages with the same key go strictly one after another, the next only when the one before is final; null for no order.</summary>
    public string? OrderingKey { get; init; }

    /// <summary>Sent past the queue, by a run that names it or its document: a definite outcome leaves nothing open, also when it was not sent (НемедленнаяПередача). An uncertain one stays.</summary>
    /// <remarks>What such a run could not send is cancelled at its end; one that no run has named within a minute is cancelled by the next run. It is never sent later.</remarks>
    public bool Immediate { get; init; }

    /// <summary>What the adapter needs besides the payload: document type, query parameters. Kept as given.</summary>
    public ConnectorRecord Extra { get; init; } = [];

    /// <summary>Who asked for it, for the protocol.</summary>
    public string? User { get; init; }

    /// <summary>The connector's own records written together with the message.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];
}
