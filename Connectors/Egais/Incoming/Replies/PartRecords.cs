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

    public static ConnectorRecord Of(Organisation organisation) => Filled(
        ("form", organisation.Form.ToString()),
        ("clientRegId", organisation.ClientRegId),
        ("fullName", organisation.FullName),
        ("shortName", organisation.ShortName),
        ("inn", organisation.Inn),
        ("kpp", organisation.Kpp),
        ("tsNumber", organisation.TsNumber),
        ("country", organisation.Country),
        ("regionCode", organisation.RegionCode),
        ("address", organisation.Address));

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

    private static ConnectorRecord Filled(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var record = new ConnectorRecord();
        foreach (var (name, value) in fields)
        {
            if (value is not null) record[name] = value;
        }

        return record;
    }
}
