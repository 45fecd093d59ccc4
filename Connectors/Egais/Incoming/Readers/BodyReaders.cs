using System.Collections.Frozen;
using System.Xml;

namespace Connectors.Egais;

/// <summary>Which element is read by what.</summary>
internal static class BodyReaders
{
    private static readonly FrozenDictionary<string, Func<XmlReader, IncomingDocument, IncomingDocument>> Known = new Dictionary<string, Func<XmlReader, IncomingDocument, IncomingDocument>>
    {
        ["Ticket"] = (reader, document) => document with { Ticket = TicketReader.Read(XmlPart.Read(reader)) },
        ["WayBill_v3"] = Waybill,
        ["WayBill_v4"] = Waybill,
        ["TTNInformF2Reg"] = Registration,
        ["TTNInformBReg"] = Registration,
        ["TTNHistoryF2Reg"] = (reader, document) => document with { History = HistoryReader.Read(XmlPart.Read(reader)) },
        ["WayBillAct_v3"] = Act,
        ["WayBillAct_v4"] = Act,
        ["ConfirmTicket"] = Confirm,
        ["ConfirmRepealWB"] = Confirm,
        ["RequestRepealWB"] = (reader, document) => document with { Repeal = ActReader.Repeal(XmlPart.Read(reader)) },
        ["ActInventoryInformF2Reg"] = (reader, document) => document with { Inventory = InventoryReader.Read(reader) },
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Generations = Known.Keys.Select(ElementNames.WithoutGeneration).Append("TTNHistoryBReg").Append("ActInventoryInformBReg").ToFrozenSet();

    /// <summary>Reads the body that the reader stands on and leaves it behind.</summary>
    public static IncomingDocument Read(XmlReader reader, ReadOnlyMemory<byte> xml)
    {
        var document = new IncomingDocument(reader.LocalName, null);
        if (Known.TryGetValue(document.Element, out var read)) return read(reader, document);
        if (ReplyShape.Of(document.Element) is { } shape) return document with { Reply = ReplyReader.Read(reader, shape, xml) };
        XmlPart.Skim(reader);
        var why = Generations.Contains(ElementNames.WithoutGeneration(document.Element)) ? "is of a generation that is not read; the third and the fourth are" : "is not known";
        return document with { Unsupported = $"'{document.Element}' {why}." };
    }

    private static IncomingDocument Waybill(XmlReader reader, IncomingDocument document) => document with { Waybill = WaybillReader.Read(reader) };

    private static IncomingDocument Registration(XmlReader reader, IncomingDocument document) => document with { Registration = RegistrationReader.Read(reader) };

    private static IncomingDocument Act(XmlReader reader, IncomingDocument document) => document with { Act = ActReader.Act(reader) };

    private static IncomingDocument Confirm(XmlReader reader, IncomingDocument document) => document with { Confirm = ActReader.Confirm(XmlPart.Read(reader)) };
}
