using System.Globalization;

namespace Connectors.Egais;

/// <summary>One sentence for the person with the handheld about how far an acceptance is; it fits a line of 28 characters wherever it can.</summary>
internal static class ProgressTexts
{
    public static (string Text, string TextRu) Of(WaybillProgress progress) => (progress.Total, progress.Total - progress.Scanned) switch
    {
        (0, _) => ("There are no marks in this waybill: count the goods.", "В накладной нет марок: посчитайте товар."),
        (var total, 0) => ($"All {total} marks are accepted.", $"Приняты все марки: {total}."),
        (var total, var left) => ($"Accepted {progress.Scanned} of {total} marks, {left} left.", $"Принято марок: {progress.Scanned} из {total}, осталось {left}."),
    };

    public static (string Text, string TextRu) Of(PositionProgress progress) => progress.HasMarks
        ? ($"{NameOf(progress.Position)}: {progress.Scanned} of {progress.Total}", $"{NameOf(progress.Position)}: {progress.Scanned} из {progress.Total}")
        : ($"{NameOf(progress.Position)}: {Number(progress.Position.Quantity)} without marks", $"{NameOf(progress.Position)}: {Number(progress.Position.Quantity)} без марок");

    public static (string Text, string TextRu) Of(WaybillDifferences differences)
    {
        if (differences.Problems.Count > 0) return (string.Join("\n", differences.Problems.Select(problem => $"{problem.Path}: {problem.Rule}")), string.Join("\n", differences.Problems.Select(problem => $"{problem.Path}: {problem.RuleRu}")));
        var missing = Number(differences.Positions.Sum(position => position.Invoiced - position.Real));
        return differences.Action switch
        {
            "ConfirmReceipt" => ("Everything is there: confirm the receipt.", "Всё на месте: подтвердите получение."),
            "RefuseWaybill" => ("Nothing was accepted: refuse the waybill.", "Ничего не принято: откажитесь от накладной."),
            _ => ($"Not accepted: {missing}. An act of differences will be sent.", $"Не принято: {missing}. Будет отправлен акт расхождений."),
        };
    }

    public static (string Text, string TextRu) Of(WaybillDifference difference) =>
        ($"Position {difference.Position}: {Number(difference.Real)} of {Number(difference.Invoiced)}", $"Позиция {difference.Position}: {Number(difference.Real)} из {Number(difference.Invoiced)}");

    private static string NameOf(WaybillPosition position) => position.Product.ShortName ?? position.Product.FullName ?? position.Product.AlcCode;

    // 9.0 of a document is 9 for people.
    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
