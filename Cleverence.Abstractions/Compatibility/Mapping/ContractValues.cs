using System.Collections;
using System.Data;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Brings what a classic connector returns into the closed set of values.</summary>
internal static class ContractValues
{
    public static object? From(object? value, int depth = 0)
    {
        if (depth > ValueShaper.MaxDepth) throw TooDeep();
        return value switch
        {
            null or DBNull => null,
            string or long or decimal or bool or byte[] or DateTimeOffset => value,
            int or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ulong big => big <= long.MaxValue ? (object)(long)big : (decimal)big,
            double or float => ConnectorValues.TryConvert(value, typeof(decimal), out var number) ? number : throw Refused($"the number {ConnectorValues.ToText(value)}"),
            DateTime time => LocalTime.ToContract(time),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            Enum or Guid or Uri or char or TimeSpan or Version => ConnectorValues.ToText(value),
            _ => FromObject(value, depth),
        };
    }

    public static ConnectorException TooDeep() => Refused($"it is more than {ValueShaper.MaxDepth} levels deep, or it contains itself");

    public static ConnectorException Refused(string what) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, "The connector returned something that cannot be passed on; its author must change it.")
        {
            MessageRu = "Коннектор вернул то, что нельзя передать дальше; его автор должен это исправить.",
            Detail = $"The result cannot be passed on: {what}.",
        });

    private static object? FromObject(object value, int depth) => value switch
    {
        ConnectorTable table => table.IsStream ? table : new ConnectorTable(table.Columns, [.. table.Rows.Select(row => Array.ConvertAll(row, cell => From(cell, depth + 1)))]),
        ConnectorRecord record => Record(record, depth),
        RowCollection or DataTable or IDataReader => ContractTables.From(value, depth),
        IEnumerable<Row> rows => ContractTables.FromRows(rows, depth),
        IEnumerable<DataRow> rows => ContractTables.FromDataRows(rows, depth),
        Row row => RecordWriter.Fields(row.Fields, depth),
        DataRow row => ContractTables.Record(row, depth),
        DataSet set => Record(set.Tables.Cast<DataTable>().Select(table => KeyValuePair.Create(table.TableName, (object?)table)), depth),
        FieldValueCollection fields => RecordWriter.Fields(fields, depth),
        UEObject or XmlNode or XNode or JsonNode or JsonDocument or JsonElement => ContractTrees.From(value, depth),
        IDictionary dictionary => Record(Pairs(dictionary), depth),
        IEnumerable<KeyValuePair<string, object?>> pairs => Record(pairs, depth),
        _ when ModelTypes.IsModel(value.GetType()) => RecordWriter.Write(value, withKind: true, depth + 1),
        _ when ContractTrees.IsForeignJson(value) => ContractTrees.FromForeignJson(value, depth),
        IEnumerable sequence => List(sequence, depth),
        _ => Plain(value, depth),
    };

    private static ConnectorRecord Record(IEnumerable<KeyValuePair<string, object?>> pairs, int depth) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, From(pair.Value, depth + 1))));

    // Its own enumerator, because the one of IEnumerable gives other pairs.
    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary dictionary)
    {
        for (var at = dictionary.GetEnumerator(); at.MoveNext();) yield return KeyValuePair.Create(ConnectorValues.ToText(at.Key), at.Value);
    }

    private static List<object?> List(IEnumerable sequence, int depth)
    {
        var list = new List<object?>();
        foreach (var item in sequence)
        {
            if (list.Count == ConnectorTable.MaxRows) throw ContractTables.TooLarge();
            list.Add(From(item, depth + 1));
        }

        return list;
    }

    private static ConnectorRecord Plain(object value, int depth)
    {
        var type = value.GetType();
        var properties = IsPlain(value) ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance) : [];
        var readable = Array.FindAll(properties, property => property.CanRead && property.GetIndexParameters().Length == 0);
        if (readable.Length == 0) throw Refused($"the type {type}");
        return Record(readable.Select(property => KeyValuePair.Create(property.Name, property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null))), depth);
    }

    private static bool IsPlain(object value) => value is not (Delegate or Stream or MemberInfo or Task or Exception or IConnector or IAsyncConnector) && !value.GetType().IsPointer;
}
