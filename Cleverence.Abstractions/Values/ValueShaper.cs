using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Cleverence.Connectivity;

/// <summary>
/// Brings what a connector's method returns into the closed set: numbers to long or decimal, dictionaries and plain objects
/// to records, sequences to lists. Tables, records and lists that are already of the set pass as they are after a check.
/// </summary>
/// <remarks>Keeps what it learned about types in the instance, so that it goes with the plugin whose types they are. Thread-safe.</remarks>
public sealed class ValueShaper
{
    /// <summary>How deep lists and records may lie in each other; deeper is taken for a cycle.</summary>
    public const int MaxDepth = 64;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, PropertyInfo[]> properties = new();

    /// <summary>Brings a value into the closed set.</summary>
    /// <param name="value">What the method returned.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConnectorException">It holds a cycle or a type that has no place in the set.</exception>
    public object? Shape(object? value) => value is null or string or long or decimal or bool ? value : Shape(value, 0);

    private object? Shape(object? value, int depth)
    {
        if (depth > MaxDepth) throw Refused($"more than {MaxDepth} levels deep, or it contains itself");
        switch (value)
        {
            case null or string or long or decimal or bool or byte[] or DateTimeOffset:
                return value;
            case ConnectorTable table:
                return table.IsStream ? table : ShapeTable(table, depth);
            case DateTime time:
                return time.Kind == DateTimeKind.Unspecified ? (object)time : new DateTimeOffset(time);
            case int or short or byte or sbyte or ushort or uint:
                return Convert.ToInt64(value, CultureInfo.InvariantCulture);
            case ulong big:
                return big <= long.MaxValue ? (object)(long)big : (decimal)big;
            case double or float:
                return ConnectorValues.TryConvert(value, typeof(decimal), out var number) ? number : throw Refused($"the number {ConnectorValues.ToText(value)}");
            case Enum or Guid or Uri or char or TimeSpan or Version:
                return ConnectorValues.ToText(value);
            case DateOnly day:
                return day.ToDateTime(TimeOnly.MinValue);
            case ConnectorRecord record:
                return new ConnectorRecord(record.Select(field => KeyValuePair.Create(field.Key, Shape(field.Value, depth + 1))));
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                return new ConnectorRecord(pairs.Select(pair => KeyValuePair.Create(pair.Key, Shape(pair.Value, depth + 1))));
            case IDictionary dictionary:
                return new ConnectorRecord(Pairs(dictionary).Select(pair => KeyValuePair.Create(pair.Key, Shape(pair.Value, depth + 1))));
            case IEnumerable sequence:
                return ShapeList(sequence, depth);
            default:
                return ShapeObject(value, depth);
        }
    }

    private ConnectorTable ShapeTable(ConnectorTable table, int depth)
    {
        if (table.Rows.Count > ConnectorTable.MaxRows) throw TooManyRows(table.Rows.Count);
        return new ConnectorTable(table.Columns, [.. table.Rows.Select(row => Array.ConvertAll(row, cell => Shape(cell, depth + 1)))]);
    }

    // Its own enumerator, because the one of IEnumerable gives other pairs.
    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary dictionary)
    {
        for (var at = dictionary.GetEnumerator(); at.MoveNext();) yield return KeyValuePair.Create(ConnectorValues.ToText(at.Key), at.Value);
    }

    private List<object?> ShapeList(IEnumerable sequence, int depth)
    {
        var list = new List<object?>();
        foreach (var item in sequence)
        {
            if (list.Count == ConnectorTable.MaxRows) throw TooManyRows(null);
            list.Add(Shape(item, depth + 1));
        }

        return list;
    }

    private ConnectorRecord ShapeObject(object value, int depth)
    {
        var readable = properties.GetOrAdd(value.GetType(), static type => IsPlain(type)
            ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)]
            : []);
        if (readable.Length == 0) throw Refused($"the type {value.GetType()}");
        return new ConnectorRecord(readable.Select(property => KeyValuePair.Create(property.Name, Shape(property.GetValue(value), depth + 1))));
    }

    private static bool IsPlain(Type type) =>
        !typeof(Delegate).IsAssignableFrom(type) && !typeof(Stream).IsAssignableFrom(type)
        && !typeof(MemberInfo).IsAssignableFrom(type) && !typeof(Task).IsAssignableFrom(type) && !type.IsPointer;

    private static ConnectorException Refused(string what) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, "The connector returned something that cannot be passed on; its author must change it.")
        {
            MessageRu = "Коннектор вернул то, что нельзя передать дальше; его автор должен это исправить.",
            Detail = $"The result cannot be passed on: {what}.",
        });

    private static ConnectorException TooManyRows(int? count) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The connector returned {(count is null ? "more than" : $"{count} rows, over")} the limit of {ConnectorTable.MaxRows} rows. Narrow the request.")
        {
            MessageRu = $"Коннектор вернул слишком много строк (предел {ConnectorTable.MaxRows}). Сузьте запрос.",
        });
}
