namespace Connectors.Egais;

/// <summary>One sentence about a scanned code for the person who scanned it.</summary>
internal static class ScanTexts
{
    public static (string Text, string TextRu) Of(MarkMatch match) => match.Outcome switch
    {
        MarkOutcome.Found when match.Code.Kind == MarkKind.Box && match.Marks.Count == 0 => ("The box is in the waybill; no marks are listed in it.", "Короб есть в накладной; марок в нём не указано."),
        MarkOutcome.Found when match.Marks.Count != 1 || match.Marks[0].Mark != match.Code.Value => ($"A box of the waybill: {match.Left} of {match.Marks.Count} marks are not scanned yet.", $"Короб из накладной: не сканировано марок {match.Left} из {match.Marks.Count}."),
        MarkOutcome.Found => ("The mark is in the waybill.", "Марка есть в накладной."),
        MarkOutcome.FoundInBox => ($"The mark is in the waybill, in the box {match.Box}.", $"Марка есть в накладной, в коробе {match.Box}."),
        MarkOutcome.AlreadyScanned when match.Marks.Count > 1 => ("Everything in this box is scanned already.", "Всё из этого короба уже сканировано."),
        MarkOutcome.AlreadyScanned => ("This mark is scanned already.", "Эта марка уже сканирована."),
        MarkOutcome.NotInDocument when match.Code.Kind == MarkKind.Ean => ("This is the barcode of the goods. Scan the excise mark.", "Это штрихкод товара. Сканируйте акцизную марку."),
        MarkOutcome.NotInDocument when match.Code.Kind == MarkKind.Box => ("This box is not in the waybill.", "Этого короба нет в накладной."),
        MarkOutcome.NotInDocument => ("This mark is not in the waybill: it cannot be accepted. Put the bottle aside.", "Этой марки нет в накладной: принять её нельзя. Отложите бутылку."),
        _ => MarkFaults.TextOf(match.Code) ?? ("Scan again.", "Сканируйте ещё раз."),
    };
}
