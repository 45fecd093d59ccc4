namespace Connectors.Egais;

/// <summary>A document from the box of a UTM, read. Exactly one of the bodies is there, or <see cref="Unsupported"/> says why none is.</summary>
/// <param name="Element">The element of the body, such as <c>WayBill_v4</c>; the root's when it is no document of the registry.</param>
/// <param name="Owner">The FSRAR id of its sender: a partner's or the registry's; null when it has none.</param>
internal sealed record IncomingDocument(string Element, string? Owner)
{
    public Ticket? Ticket { get; init; }

    public Waybill? Waybill { get; init; }

    /// <summary>TTNInformF2Reg or its older twin TTNInformBReg.</summary>
    public Registration? Registration { get; init; }

    public WaybillHistory? History { get; init; }

    public WaybillActBody? Act { get; init; }

    /// <summary>ConfirmTicket or ConfirmRepealWB; <see cref="Element"/> tells which.</summary>
    public ConfirmBody? Confirm { get; init; }

    public RepealRequestBody? Repeal { get; init; }

    public InventoryRegistration? Inventory { get; init; }

    public ReplyBody? Reply { get; init; }

    /// <summary>Why the document is kept without being understood: an older generation or an unknown element. Such a one stays in the UTM.</summary>
    public string? Unsupported { get; init; }
}
