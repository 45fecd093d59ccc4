using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The rows that are not just their fields.</summary>
internal static class ReplyRow
{
    /// <summary>A client: the fields of its organisation beside its own.</summary>
    public static ConnectorRecord Client(XmlPart client)
    {
        var record = OrganisationReader.Read(client) is { } organisation ? PartRecords.Of(organisation) : [];
        if (client.Everywhere("addresslist").FirstOrDefault() is { } addresses) record["addresses"] = addresses.Parts.Select(PartRecords.Value).ToList();
        foreach (var name in (ReadOnlySpan<string>)["State", "VersionWB", "isLicense"])
        {
            if (client.Everywhere(name).FirstOrDefault() is { } part) record[FieldNames.Of(name)] = PartRecords.Value(part);
        }

        return record;
    }

    /// <summary>A position of rests: the product's code stands in front in the full and in the short form alike.</summary>
    public static ConnectorRecord Position(XmlPart position)
    {
        var record = new ConnectorRecord { ["alcCode"] = (position.Find("Product") ?? position).Value("AlcCode") };
        foreach (var field in PartRecords.Of(position)) record[field.Key] = field.Value;
        return record;
    }

    public static ConnectorRecord Mark(XmlPart mark) => new() { ["mark"] = mark.Text };
}
