namespace Connectors.Egais;

/// <summary>The kinds of documents; their names are the kinds of document states.</summary>
internal enum EgaisDocumentKind
{
    IncomingWaybill,
    OutgoingWaybill,
    ChargeOn,
    WriteOff,
    ShopTransfer,
    RestsQuery,
    MarksQuery,
    Report,

    /// <summary>A ready document without a builder (PrepareRaw).</summary>
    Raw,
}
