using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What came of a scan: fields for programs, and one sentence for the person with the handheld.</summary>
internal static class ScanRecords
{
    /// <summary>What a look found.</summary>
    public static ConnectorRecord Of(ScanResult result)
    {
        var match = result.Match;
        var (text, textRu) = ScanTexts.Of(match);
        var record = new ConnectorRecord
        {
            ["outcome"] = match.Outcome.ToString(), ["found"] = match.IsFound, ["alreadyScanned"] = match.Outcome == MarkOutcome.AlreadyScanned,
            ["kind"] = match.Code.Kind.ToString(), ["value"] = match.Code.Value, ["display"] = match.Code.Display, ["box"] = match.Box,
            ["marks"] = (long)match.Marks.Count, ["left"] = (long)match.Left, ["position"] = match.Position is { } position ? Of(position) : null,
            ["text"] = text, ["textRu"] = textRu,
        };
        record["errorCode"] = match.IsFound ? null : match.Outcome.ToString();
        record["errorText"] = match.IsFound ? "" : textRu;
        record["suggestion"] = match.Code.Suggestion;
        if (result.Earlier is { } earlier) record["scanned"] = new ConnectorRecord { ["at"] = earlier.At, ["user"] = earlier.User, ["device"] = earlier.Device, ["byBox"] = earlier.Box };
        record["warnings"] = match.Code.IsLetteredBox ? [MarkFaults.TextOf(match.Code)?.TextRu] : new List<object?>();
        return record;
    }

    /// <summary>What a scan took.</summary>
    public static ConnectorRecord Taken(ScanResult result)
    {
        var record = Of(result);
        record["taken"] = (long)result.Changed;
        if (result.Changed == 0) return record;
        (record["text"], record["textRu"]) = result.Changed == 1 ? ("Taken.", "Принято.") : ($"Taken: {result.Changed} marks.", $"Принято марок: {result.Changed}.");
        return record;
    }

    /// <summary>What an undo gave back.</summary>
    public static ConnectorRecord Undone(ScanResult result)
    {
        var record = Of(result);
        record["undone"] = (long)result.Changed;
        record.Remove("alreadyScanned");
        if (result.Match.IsFound) (record["text"], record["textRu"]) = result.Changed == 0 ? ("It was not scanned.", "Этот код не был сканирован.") : ($"Given back: {result.Changed}.", $"Возвращено марок: {result.Changed}.");
        return record;
    }

    /// <summary>A position in few words.</summary>
    public static ConnectorRecord Of(WaybillPosition position) => new()
    {
        ["identity"] = position.Identity, ["name"] = position.Product.ShortName ?? position.Product.FullName, ["alcCode"] = position.Product.AlcCode,
        ["f2RegId"] = position.OwnF2RegId ?? position.F2RegId, ["quantity"] = position.Quantity,
    };
}
