using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Server.Storage;

/// <summary>Reads rows past those that cannot be understood: one damaged row must not take the others with it.</summary>
internal sealed class DamagedRows(string source, ILogger logger)
{
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<T>> ReadAsync<TRow, T>(DbConnection connection, string text, object? values, Func<TRow, T> map, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var reader = await connection.ExecuteReaderAsync(new CommandDefinition(text, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            Func<DbDataReader, TRow>? parse = null;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    rows.Add(map(Parse(reader, ref parse)));
                }
                catch (Exception failure) when (IsDamage(failure))
                {
                    Tell(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) ?? "", typeof(TRow).Name, failure);
                }
            }
        }

        return rows;
    }

    // A parser is made for the types of one row. In SQLite a damaged row may have others than the rows before and after it.
    private static TRow Parse<TRow>(DbDataReader reader, ref Func<DbDataReader, TRow>? parse)
    {
        if (parse is not null)
        {
            try
            {
                return parse(reader);
            }
            catch (Exception failure) when (IsDamage(failure))
            {
                parse = null;
            }
        }

        parse = reader.GetRowParser<TRow>();
        return parse(reader);
    }

    /// <summary>Whether a failure to read a row is the row's.</summary>
    public static bool IsDamage(Exception failure) =>
        failure is DataException or InvalidCastException or FormatException or ArgumentException or OverflowException or JsonException or InvalidOperationException;

    /// <summary>Tells of a damaged row, once.</summary>
    public void Tell(string id, string kind, Exception failure)
    {
        if (told.Count < MostRemembered && told.TryAdd($"{kind} {id}", true)) Log.RowDamaged(logger, kind, id, source, failure.Message);
    }
}
