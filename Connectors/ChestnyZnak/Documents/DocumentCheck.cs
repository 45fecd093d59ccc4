using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Checks the fields of a document that are known; what is not known passes through.</summary>
internal sealed class DocumentCheck(DocumentShape shape, TimeProvider time, DocumentProblems problems)
{
    private static readonly HashSet<string> WithPrice = new(StringComparer.Ordinal) { "RETAIL", "BY_SAMPLES", "DISTANCE", "VENDING", "PACKING" };
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    // A day of grace: "today" of Kamchatka begins long before that of the clock here.
    private readonly DateTimeOffset latest = time.GetUtcNow().AddDays(1);

    /// <summary>Checks a document as a whole.</summary>
    /// <returns>How many codes each row of its list has.</returns>
    public IReadOnlyList<int> Run(ConnectorRecord body)
    {
        foreach (var name in shape.Required.Where(name => !body.Has(name))) problems.Add(name, "is missing", "не заполнено");
        foreach (var name in shape.OwnInn.Concat(shape.OtherInn)) CheckInn(body, name);
        foreach (var (name, words) in shape.Words)
        {
            if (body.Text(name) is { } word && !words.Contains(word, StringComparer.Ordinal)) problems.Add(name, $"'{word}' is not one of {string.Join(", ", words)}", $"«{word}» — не одно из: {string.Join(", ", words)}");
        }

        CheckDates(body, "");
        if (shape.Type == "LK_RECEIPT") CheckWithdrawal(body);
        return shape.List is null ? [] : CheckList(body);
    }

    private List<int> CheckList(ConnectorRecord body)
    {
        var rows = RecordFields.Rows(body.Value(shape.List!));
        if (rows.Count == 0 && shape.ListRequired) problems.Add(shape.List!, "holds no code", "нет ни одного кода");
        var counts = new List<int>(rows.Count);
        for (var at = 0; at < rows.Count; at++)
        {
            var place = $"{shape.List}[{at}]";
            counts.Add(shape.Codes.Count == 0 ? CheckCodes(place, RecordFields.Texts(rows[at])) : rows[at] is ConnectorRecord row ? CheckRow(body, row, place) : NotRecord(place));
        }

        return counts;
    }

    private int NotRecord(string place)
    {
        problems.Add(place, "is not a record", "не является записью");
        return 0;
    }

    private int CheckRow(ConnectorRecord body, ConnectorRecord row, string place)
    {
        foreach (var name in shape.RowRequired.Where(name => !row.Has(name))) problems.Add($"{place}.{name}", "is missing", "не заполнено");
        CheckDates(row, $"{place}.");
        CheckNumbers(body, row, place);
        var given = shape.Codes.Where(row.Has).ToList();
        if (given.Count != 1)
        {
            var names = string.Join(", ", shape.Codes);
            problems.Add(place, given.Count == 0 ? $"has no code ({names})" : $"has more than one of {names}", given.Count == 0 ? $"нет кода ({names})" : $"заполнено больше одного из {names}");
        }

        foreach (var other in shape.OtherCodes.Where(row.Has)) CheckCodes($"{place}.{other}", RecordFields.Texts(row.Value(other)));
        return given.Sum(name => CheckCodes($"{place}.{name}", RecordFields.Texts(row.Value(name))));
    }

    private int CheckCodes(string place, IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
        {
            if (CisRule.Problem(code) is { } problem) problems.Add(place, problem.Message, problem.MessageRu);
            else if (!seen.Add(code)) problems.Add(place, "the code stands in the document twice", "код указан в документе дважды");
        }

        return codes.Count;
    }

    private void CheckInn(ConnectorRecord body, string name)
    {
        if (body.Text(name) is { } inn && !TaxNumber.IsValid(inn)) problems.Add(name, $"'{inn}' is not a taxpayer number", $"«{inn}» — не ИНН");
    }

    private void CheckDates(ConnectorRecord record, string place)
    {
        foreach (var name in shape.Past)
        {
            var value = record.Value(name);
            if (value is null or "") continue;
            if (MomentOf(value) is not { } moment) problems.Add($"{place}{name}", "is not a date", "не является датой");
            else if (moment > latest) problems.Add($"{place}{name}", "lies in the future", "дата в будущем");
        }
    }

    private void CheckWithdrawal(ConnectorRecord body)
    {
        if (body.Text("action") == "OTHER" && !body.Has("withdrawal_type_other")) problems.Add("withdrawal_type_other", "is missing, though action is OTHER", "не заполнено, хотя action — OTHER");
        if (body.Text("document_type") == "OTHER" && !body.Has("primary_document_custom_name")) problems.Add("primary_document_custom_name", "is missing, though document_type is OTHER", "не заполнено, хотя document_type — OTHER");
    }

    private void CheckNumbers(ConnectorRecord body, ConnectorRecord row, string place)
    {
        if (shape.Type == "LK_RECEIPT" && WithPrice.Contains(body.Text("action") ?? "") && !row.Has("product_cost")) problems.Add($"{place}.product_cost", "is missing; this action needs a price in kopecks", "не заполнено; для этой причины нужна цена в копейках");
        if (row.Text("product_cost") is { } cost && !(long.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out _))) problems.Add($"{place}.product_cost", "is not a whole number of kopecks", "не целое число копеек");
        if (row.Text("tnved_code", "tnved_10") is { } tnved && (tnved.Length != 10 || !tnved.All(char.IsAsciiDigit))) problems.Add($"{place}.tnved", "is not a code of 10 digits", "не код ТН ВЭД из 10 цифр");
    }

    private static DateTimeOffset? MomentOf(object value) => value switch
    {
        DateTimeOffset moment => moment,
        DateTime day => new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Utc)),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        string text when DateTimeOffset.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => null,
    };
}
