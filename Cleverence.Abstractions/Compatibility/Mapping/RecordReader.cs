using System.Collections;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Reads objects of the classic model from records. Names of both platform generations are understood, in any case; unknown names become fields of one's own.</summary>
internal static class RecordReader
{
    public static T Read<T>(ConnectorRecord record) => (T)Read(record, typeof(T));

    public static object Read(ConnectorRecord record, Type type)
    {
        var model = ModelTypes.Create(type);
        var shape = ModelTypes.ShapeOf(model.GetType());
        foreach (var (name, value) in record)
        {
            if (name == RecordWriter.KindName) continue;
            if (shape.Find(name) is { } property) Fill(model, property, value);
            else if (model is FieldOwner owner && name.Length > 0) owner.SetField(name, ClassicObjects.From(value));
        }

        (model as IAfterRead)?.AfterRead();
        return model;
    }

    private static void Fill(object model, ModelProperty property, object? value)
    {
        if (value is null) return;
        switch (property.Kind)
        {
            case ModelPropertyKind.Fields:
                AddFields((FieldValueCollection)property.Get(model)!, value);
                break;
            case ModelPropertyKind.Rows:
                ((RowCollection)property.Get(model)!).AddRange(ClassicObjects.Rows(value));
                break;
            case ModelPropertyKind.Tables:
                AddTables((DocumentTableCollection)property.Get(model)!, value);
                break;
            case ModelPropertyKind.Items:
                AddItems((IList)property.Get(model)!, property.ItemType!, value);
                break;
            case ModelPropertyKind.Model when value is ConnectorRecord record:
                property.Set(model, Read(record, property.Type));
                break;
            case ModelPropertyKind.Simple:
                property.Set(model, Simple(property, value));
                break;
            default:
                property.Set(model, ClassicObjects.From(value));
                break;
        }
    }

    private static void AddFields(FieldValueCollection fields, object value)
    {
        if (value is ConnectorRecord record)
        {
            foreach (var (name, field) in record) fields.Add(name, ClassicObjects.From(field));
        }
        else if (value is IReadOnlyList<object?> list)
        {
            foreach (var field in list.OfType<ConnectorRecord>())
            {
                if (field["fieldName"] is string { Length: > 0 } name) fields.Add(name, ClassicObjects.From(field["value"]));
            }
        }
    }

    private static void AddTables(DocumentTableCollection tables, object value)
    {
        if (value is ConnectorRecord record)
        {
            foreach (var (name, rows) in record) tables.Add(name).Rows.AddRange(ClassicObjects.Rows(rows));
        }
        else if (value is IReadOnlyList<object?> list)
        {
            foreach (var table in list.OfType<ConnectorRecord>())
            {
                if (table["name"] is string { Length: > 0 } name) tables.Add(name).Rows.AddRange(ClassicObjects.Rows(table["rows"]));
            }
        }
    }

    private static void AddItems(IList items, Type type, object value)
    {
        var records = value switch
        {
            ConnectorTable table => ClassicObjects.Records(table),
            IReadOnlyList<object?> list => list.OfType<ConnectorRecord>(),
            _ => [],
        };
        foreach (var record in records) items.Add(Read(record, type));
    }

    private static object? Simple(ModelProperty property, object value)
    {
        var target = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        if (target == typeof(DateTime) && LocalTime.From(value) is { } time) return time;
        return ConnectorValues.TryConvert(value, property.Type, out var converted)
            ? converted
            : throw ArgumentErrors.Invalid(property.WireName, [ArgumentErrors.WrongType(property.WireName, value, property.Type)], []);
    }
}
