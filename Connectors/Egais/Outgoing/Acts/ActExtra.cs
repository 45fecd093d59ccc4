using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What a caller may give with an act, an answer or a request: its number, date and note.</summary>
/// <param name="Number">The number; that of the document where none was given.</param>
/// <param name="Date">The date; today where none was given.</param>
/// <param name="Note">A note to the partner.</param>
internal sealed record ActExtra(string? Number, DateOnly Date, string? Note)
{
    private const int LongestNote = 500;

    public static ActExtra Read(BuildOrder order, OutgoingChecks checks, List<BuildProblem> problems)
    {
        var fields = new PayloadFields(order.Extra, "", problems);
        var extra = new ActExtra(
            fields.Text("actNumber", "НомерАкта", "number", "Номер") ?? order.Document?.Number,
            fields.Date("actDate", "ДатаАкта", "date", "Дата") ?? DateOnly.FromDateTime(order.Now),
            fields.Text("note", "Примечание", "Комментарий"));
        checks.Id("actNumber", extra.Number);
        checks.Day("actDate", extra.Date);
        checks.OptionalText("note", extra.Note, LongestNote);
        return extra;
    }
}
