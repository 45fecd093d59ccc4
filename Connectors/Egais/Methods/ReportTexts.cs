using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>One sentence for the person with the handheld about what a call came to; the fields are for programs.</summary>
internal static class ReportTexts
{
    // What a screen of 240×320 can hold.
    private const int MostErrors = 3;

    public static (string Text, string TextRu) Of(ExchangeReport report)
    {
        var errors = report.Changes.Select(change => change.Error).Concat(report.Organisations.Where(one => one.Failed > 0).Select(one => one.Error)).OfType<ConnectorError>().ToList();
        if (errors.Count > 0) return (Joined(errors.Select(error => error.Message)), Joined(errors.Select(ChangeRecords.TextOf)));
        var statuses = report.Changes.Where(change => change is { Document: not null, NewStatus: not null }).GroupBy(change => change.Document).Select(changes => changes.Last().NewStatus!).ToList();
        return (statuses, report.OutgoingXml.Count) switch
        {
            ([var status], 0) => ($"State: {status}.", $"{EgaisNames.StatusRu(status)}."),
            ([], 0) => ("There is no news.", "Нового нет."),
            ({ Count: var count }, 0) => ($"Documents with news: {count}.", $"Документов с новостями: {count}."),
            (_, var handed) => ($"Handed out to the workplace: {handed}.", $"Выдано рабочему месту: {handed}."),
        };
    }

    private static string Joined(IEnumerable<string> texts) => string.Join("\n", texts.Distinct().Take(MostErrors));
}
