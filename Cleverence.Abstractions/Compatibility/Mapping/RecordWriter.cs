using System.Collections;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Writes objects of the classic model as records, names as on the wire. What is not set is left out.</summary>
internal static class RecordWriter
{
    public const string KindName = "$kind";

    public static ConnectorRecord Write(object model, bool withKind = false, int depth = 0)
    {
        var record = new ConnectorRecord();
        if (withKind) record[KindName] = ModelTypes.NameOf(model.GetType());
        foreach (var property in ModelTypes.ShapeOf(model.GetType()).Written)
        {
            var value = property.Get(model);
            if (value is null or DateTime { Ticks: 0 }) continue;
            record[property.WireName] = property.Kind switch
            {
                ModelPropertyKind.Fields => Fields((FieldValueCollection)value, depth + 1),
                ModelPropertyKind.Tables => Tables((DocumentTableCollection)value, depth + 1),
                ModelPropertyKind.Items => ((IEnumerable)value).Cast<object>().Select(item => (object?)Write(item, withKind: false, Deeper(depth))).ToList(),
                ModelPropertyKind.Model => Write(value, withKind: false, Deeper(depth)),
                _ => ContractValues.From(value, depth + 1),
            };
        }

        return record;
    }

    public static ConnectorRecord Fields(FieldValueCollection fields, int depth)
    {
        var record = new ConnectorRecord();
        foreach (var field in fields) record[field.FieldName] = ContractValues.From(field.Value, depth + 1);
        return record;
    }

    private static ConnectorRecord Tables(DocumentTableCollection tables, int depth)
    {
        var record = new ConnectorRecord();
        foreach (var table in tables) record[table.Name] = ContractTables.FromRows(table.Rows, depth + 1);
        return record;
    }

    private static int Deeper(int depth) => depth < ValueShaper.MaxDepth ? depth + 1 : throw ContractValues.TooDeep();
}
