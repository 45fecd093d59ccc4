using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Elements as records of the contract: an element with parts is a record, a repeated one a list, an organisation a flat record.</summary>
internal static class PartRecords
{
    public static ConnectorRecord Of(XmlPart element)
    {
        var record = new ConnectorRecord();
        foreach (var part in element.Parts) Put(record, FieldNames.Of(part.Name), Value(part), FieldNames.IsListed(part.Name));
        return record;
    }

    /// <summary>An organisation under the names that waybills have it under; a table needs no names of what is not there.</summary>
    public static ConnectorRecord Of(Organisation organisation) => new(OrganisationRecords.Of(organisation).Where(field => field.Value is not null));

    /// <summary>The value of an element; what should be a number and is none stays the text that it is.</summary>
    public static object? Value(XmlPart part)
    {
        if (part.Parts.Count > 0) return OrganisationReader.ReadAlone(part) is { } organisation ? Of(organisation) : Of(part);
        if (part.Text.Length == 0) return null;
        return FieldNames.IsNumber(part.Name) && decimal.TryParse(part.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : part.Text;
    }

    private static void Put(ConnectorRecord record, string name, object? value, bool isListed)
    {
        if (!record.TryGet(name, out var before)) record[name] = isListed ? new List<object?> { value } : value;
        else if (before is List<object?> list) list.Add(value);
        else record[name] = new List<object?> { before, value };
    }
}
