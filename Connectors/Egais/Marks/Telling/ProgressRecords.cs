using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The progress of an acceptance as handhelds are told it.</summary>
internal static class ProgressRecords
{
    public static ConnectorRecord Of(WaybillProgress progress) => new()
    {
        ["text"] = ProgressTexts.Of(progress).Text,
        ["textRu"] = ProgressTexts.Of(progress).TextRu,
        ["total"] = (long)progress.Total,
        ["scanned"] = (long)progress.Scanned,
        ["left"] = (long)(progress.Total - progress.Scanned),
        ["complete"] = progress.Scanned == progress.Total,
        ["positions"] = progress.Positions.Select(Of).ToList<object?>(),
        ["warnings"] = progress.Duplicates.Select(Warning).ToList<object?>(),
    };

    private static object Of(PositionProgress progress)
    {
        var record = ScanRecords.Of(progress.Position);
        record["marked"] = progress.HasMarks;
        record["total"] = (long)progress.Total;
        record["scanned"] = (long)progress.Scanned;
        (record["text"], record["textRu"]) = ProgressTexts.Of(progress);
        return record;
    }

    private static object Warning(MarkDuplicate duplicate) =>
        $"MARK_DUPLICATE: марка {duplicate.Mark} указана в накладной повторно, в позициях {duplicate.Position} и {duplicate.Again}; учтена в первой.";
}
