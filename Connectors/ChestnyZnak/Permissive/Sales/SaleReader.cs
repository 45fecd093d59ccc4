using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the arguments of a check: codes alone or as records with a price and a group.</summary>
internal sealed class SaleReader(ProductGroups groups)
{
    /// <summary>The most codes of one check, as the other side takes them.</summary>
    public const int MostCodes = 100;

    public IReadOnlyList<SaleLine> Read(object? codes, decimal? price, string? group)
    {
        var rows = RecordFields.Rows(codes);
        if (rows.Count == 0) throw PermissiveErrors.Arguments("There is no code to check.", "Нет кодов для проверки.", "codes: missing");
        if (rows.Count > MostCodes) throw PermissiveErrors.Arguments($"{rows.Count} codes are too many for one check; at most {MostCodes}.", $"{rows.Count} кодов — слишком много для одной проверки; не больше {MostCodes}.", $"codes: {rows.Count}");
        return [.. rows.Select(row => row is ConnectorRecord record
            ? Line(record.Value("code", "cis", "Код") as string, PriceOf(record.Value("price", "Цена")) ?? Kopecks(price), record.Text("group", "pg", "ТоварнаяГруппа") ?? group)
            : Line(row is null ? null : ConnectorValues.ToText(row), Kopecks(price), group))];
    }

    public static SaleOperation Operation(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" or "SALE" or "SELL" or "ПРОДАЖА" => SaleOperation.Sale,
        "RETURN" or "ВОЗВРАТ" => SaleOperation.Return,
        _ => throw PermissiveErrors.Arguments($"The operation '{text}' is neither Sale nor Return.", $"Операция «{text}» — не продажа и не возврат.", $"operation: '{text}'"),
    };

    private SaleLine Line(string? text, long? price, string? group)
    {
        var number = group is null ? null : groups.NumberFor(group);
        var options = group is null ? null : new MarkingParseOptions { ProductGroup = groups.AliasOf(group) };
        if (!MarkingCode.TryParse(text, options, out var code, out var problem)) return new SaleLine(null) { Problem = problem, Price = price };
        return code.Cis is { } cis ? new SaleLine(new SaleCode(code.ToString(), cis) { Gtin = code.Gtin, Group = number }) { Price = price } : new SaleLine(null) { Price = price };
    }

    private static long? PriceOf(object? value) => value switch
    {
        null => null,
        long whole => Kopecks(whole),
        decimal number => Kopecks(number),
        string text when decimal.TryParse(text.Replace(',', '.'), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) => Kopecks(number),
        _ => throw PermissiveErrors.Arguments("A price is not a number of roubles, such as 185.50.", "Цена — не число рублей, например 185.50.", "price: not a number"),
    };

    // Prices are told in roubles, and compared in kopecks.
    private static long? Kopecks(decimal? roubles) => roubles switch
    {
        null => null,
        < 0 or > 1_000_000_000 => throw PermissiveErrors.Arguments("A price is out of range; write roubles, such as 185.50.", "Цена вне допустимых пределов; укажите рубли, например 185.50.", "price: out of range"),
        { } price => (long)decimal.Round(price * 100),
    };
}
