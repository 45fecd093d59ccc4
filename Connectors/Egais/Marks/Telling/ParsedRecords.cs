using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>A scanned text as handhelds are told it.</summary>
internal static class ParsedRecords
{
    public static ConnectorRecord Of(in ParsedMark mark)
    {
        var texts = MarkFaults.TextOf(mark);
        return new ConnectorRecord
        {
            ["kind"] = mark.Kind.ToString(), ["value"] = mark.Value, ["display"] = mark.Display,
            ["type"] = mark.Type, ["series"] = mark.Series, ["number"] = mark.Number, ["month"] = mark.Month, ["year"] = mark.Year, ["alcCode"] = mark.Alc,
            ["fsrarId"] = mark.FsrarId, ["unitKind"] = mark.UnitKind, ["boxLine"] = mark.BoxLine, ["boxYear"] = mark.BoxYear, ["boxSerial"] = mark.BoxSerial, ["gtin"] = mark.Gtin,
            ["suggestion"] = mark.Suggestion,
            ["errorCode"] = mark.Fault == MarkFault.None ? null : mark.Fault.ToString(),
            ["errorText"] = mark.Fault == MarkFault.None ? "" : texts?.TextRu,
            ["text"] = texts?.Text, ["textRu"] = texts?.TextRu,
            ["warnings"] = (mark.IsLetteredBox ? [texts?.TextRu] : new List<object?>()),
        };
    }
}
