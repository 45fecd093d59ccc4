using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>How documents and cheques are written where programs differ, read and checked.</summary>
internal sealed record EgaisFormats
{
    /// <summary>The element of the question about rests of the warehouse.</summary>
    public string RestsElement { get; init; } = "QueryRests_v2";

    public string ChequeType { get; init; } = "ChequeV3";

    public bool OmitChangeOwnership { get; init; }

    public bool PlainFilter { get; init; }

    /// <summary>The folder of the registry's schemas; null for none.</summary>
    public string? Schemas { get; init; }

    public static EgaisFormats From(EgaisFormatSettings settings, SettingsProblems problems)
    {
        var schemas = settings.Schemas.Trim();
        if (schemas.Length > 0 && !Directory.Exists(schemas))
        {
            problems.Add("FOLDER_NOT_FOUND", "formats.schemas", $"There is no folder '{schemas}'.", $"Нет папки «{schemas}».", "Check the path, or leave it empty.", "Проверьте путь или оставьте поле пустым.");
        }

        var cheque = settings.ChequeType.Trim();
        if (!cheque.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            problems.Add("CHEQUE_TYPE_WRONG", "formats.chequeType", $"'{cheque}' is not a type of cheques.", $"«{cheque}» — не вид чека.", "Write ChequeV3 or ChequeV4.", "Укажите ChequeV3 или ChequeV4.");
        }

        return new EgaisFormats
        {
            RestsElement = problems.Choice("formats.rests", settings.Rests, ("v2", "QueryRests_v2"), ("v3", "QueryRests_v3")),
            ChequeType = cheque,
            OmitChangeOwnership = settings.OmitChangeOwnership,
            PlainFilter = settings.PlainFilter,
            Schemas = schemas.Length == 0 ? null : schemas,
        };
    }
}
