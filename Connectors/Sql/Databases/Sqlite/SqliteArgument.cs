using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Sql;

/// <summary>Values as SQLite stores them. It has no decimals: one is bound as a number where that loses no digit, else as its digits.</summary>
internal static class SqliteArgument
{
    public static object? Of(object? value) => value switch
    {
        null => null,
        bool flag => flag ? 1L : 0L,
        decimal number => Number(number),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        byte[] bytes => bytes,
        ConnectorRecord or ConnectorTable => ArgumentJson.Of(value),
        IReadOnlyList<object?> list => ArgumentJson.Of(list),
        _ => value,
    };

    // As text it would be larger than every number where no column tells its kind.
    private static object Number(decimal number)
    {
        if (decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue) return (long)number;
        var close = (double)number;
        return ExactDecimal.TryParse(close.ToString("R", CultureInfo.InvariantCulture), out var back) && back == number ? close : number.ToString(CultureInfo.InvariantCulture);
    }
}
