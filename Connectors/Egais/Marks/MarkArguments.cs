using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Reads what handhelds give.</summary>
internal static class MarkArguments
{
    public static MarkSymbology? Symbology(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" => null,
        "DATAMATRIX" => MarkSymbology.DataMatrix,
        "PDF417" => MarkSymbology.Pdf417,

        // A scanner tells many kinds; only these two demand something.
        _ => null,
    };

    /// <summary>The codes of a list or table, or the one there is.</summary>
    /// <exception cref="ConnectorException">There is none.</exception>
    public static IReadOnlyList<ParsedMark> Marks(object? codes)
    {
        var marks = Rows(codes).Select(row => row is ConnectorRecord record ? record["code"] ?? record["mark"] : row).Select(code => MarkText.Parse(ConnectorValues.ToText(code))).Where(mark => mark.Value.Length > 0).ToList();
        if (marks.Count > 0) return marks;
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, "No mark was given. Give a mark, or a list of marks.")
        {
            MessageRu = "Не передана ни одна марка. Передайте марку или список марок.",
            Offenders = ["codes: missing"],
        });
    }

    /// <summary>Quantities by position.</summary>
    /// <exception cref="ConnectorException">One is no number.</exception>
    public static IReadOnlyDictionary<string, decimal> Counted(ConnectorRecord? counted)
    {
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (position, value) in counted ?? [])
        {
            if (ConnectorValues.TryConvert(value, typeof(decimal), out var number) && number is decimal quantity) quantities[position] = quantity;
            else wrong.Add($"counted.{position}: is not a number");
        }

        if (wrong.Count == 0) return quantities;
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, "What was counted is not a number for every position. Give a record of position identity to quantity.")
        {
            MessageRu = "Посчитанное количество — не число. Передайте запись: позиция накладной и количество.",
            Offenders = wrong,
        });
    }

    private static IReadOnlyList<object?> Rows(object? value) => value switch
    {
        null => [],
        ConnectorTable table => [.. table.Rows.Select(row => row.Length > 0 ? row[0] : null)],
        IReadOnlyList<object?> list => list,
        _ => [value],
    };
}
