using System.Globalization;
using Cleverence.Connectivity;

namespace Unit.Tests.Storage;

/// <summary>Makes values of every kind from a seed, and describes them so that kind and digits show.</summary>
internal sealed class ValueGenerator(int seed)
{
    private static readonly string[] Names = ["id", "Имя", "$type", "value", "с пробелом", "\"кавычки\"", "ı", "İ", "rows", "columns", "😀", "\u0001"];

    // A fixed generator: a failure is found again by its seed.
    private readonly Random random = new(seed);

    public ConnectorRecord Record(int depth)
    {
        var record = new ConnectorRecord();
        foreach (var name in Names.Where(_ => random.Next(3) == 0)) record[name] = Value(depth - 1);
        return record;
    }

    public static string Describe(object? value) => value switch
    {
        null => "null",
        ConnectorRecord record => "{" + string.Join(",", record.Select(field => $"{field.Key}={Describe(field.Value)}")) + "}",
        ConnectorTable table => "<" + string.Join(",", table.Columns) + "|" + string.Join(";", table.Rows.Select(row => string.Join(",", row.Select(Describe)))) + ">",
        IReadOnlyList<object?> list => "[" + string.Join(",", list.Select(Describe)) + "]",
        // A point is added to a whole decimal, which changes its scale and not its value.
        decimal number => "decimal " + (number.Scale == 0 ? number.ToString(CultureInfo.InvariantCulture) + ".0" : number.ToString(CultureInfo.InvariantCulture)),
        _ => $"{value.GetType().Name} {ConnectorValues.ToText(value)}",
    };

    private object? Value(int depth) => random.Next(depth > 0 ? 11 : 8) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
        4 => Names[random.Next(Names.Length)] + random.Next(),
        5 => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)),
        6 => new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841))),
        7 => Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256)).ToArray(),
        8 => Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1)).ToList(),
        9 => Record(depth),
        _ => new ConnectorTable(
            [new("а", ValueKind.Record), new("б", ValueKind.String)],
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => new[] { Value(depth - 1), Value(0) })]),
    };
}
