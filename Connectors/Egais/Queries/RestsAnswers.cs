using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The registers of stock and the questions about them.</summary>
internal static class RestsAnswers
{
    public static EgaisOperation OperationOf(int register) => register switch
    {
        1 => EgaisOperation.QueryRests,
        2 => EgaisOperation.QueryRestsShop,
        _ => throw new ConnectorException(CallErrors.ParameterNotAllowed($"There is no register {register} to be asked for as a whole; use 1 or 2, and RequestMarksByF2 for marks.", $"Регистр {register} целиком не запрашивается; укажите 1 или 2, для марок используйте RequestMarksByF2.")),
    };

    /// <summary>Whether a row of stock is one that a caller looks for: by product code, F1 or F2, or a part of the name.</summary>
    public static bool Fits(ConnectorRecord row, ConnectorRecord filter)
    {
        var product = row["product"] as ConnectorRecord;
        return Is(filter.TextOf("alcCode", "АлкоКод"), row.TextOf("alcCode") ?? product?.TextOf("alcCode"))
            && Is(filter.TextOf("f2", "Справка2"), row.TextOf("informF2RegId", "inform2RegId"))
            && Is(filter.TextOf("f1", "Справка1"), row.TextOf("informF1RegId", "inform1RegId"))
            && (filter.TextOf("name", "Наименование") is not { } name || product?.TextOf("fullName")?.Contains(name, StringComparison.CurrentCultureIgnoreCase) == true);
    }

    private static bool Is(string? wanted, string? found) => wanted is null || string.Equals(wanted, found, StringComparison.OrdinalIgnoreCase);
}
