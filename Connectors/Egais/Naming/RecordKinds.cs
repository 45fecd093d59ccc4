namespace Connectors.Egais;

/// <summary>The kinds of the connector's own records.</summary>
internal static class RecordKinds
{
    /// <summary>A document card; key: document, first index: FSRAR id, second index: registry number.</summary>
    public const string Document = "document";

    /// <summary>What a document is found by besides its id; key: document, first index: a hash of FSRAR id, kind, own number and date.</summary>
    public const string Number = "number";

    /// <summary>A document's Identity towards the registry; key: FSRAR id, a slash, Identity; content: message id and operation.</summary>
    public const string Identity = "identity";

    /// <summary>Half of an incoming waybill; key: the box's id of the item; first index: the pair's key, second index: FSRAR id.</summary>
    public const string Half = "half";

    /// <summary>A rate gate; key: FSRAR id, a slash, the kind of question.</summary>
    public const string Gate = "gate";

    /// <summary>The last answer to a question; key: FSRAR id, a slash, the kind of question and its parameter.</summary>
    public const string Answer = "answer";

    /// <summary>A scanned mark; key: document, a slash, the mark; first index: document.</summary>
    public const string Scan = "scan";

    /// <summary>An item of the long work "marks of all F2"; key: FSRAR id, a slash, F2; first index: FSRAR id, second index: its state.</summary>
    public const string MarksWork = "marks-work";

    /// <summary>A waybill that was asked for again; key: FSRAR id, the question and the registry number.</summary>
    public const string Resend = "resend";

    /// <summary>A document that was removed from a UTM before its meaning was taken in; key: FSRAR id, path and time; first index: FSRAR id.</summary>
    public const string Archive = "archive";
}
