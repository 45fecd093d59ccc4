namespace Emulators.Utm;

/// <summary>A place of business: it has one UTM here, or is somebody else's partner.</summary>
public sealed record UtmOrganisation
{
    /// <summary>Its id in the registry.</summary>
    public required string FsrarId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>ИНН, 10 digits.</summary>
    public string Inn { get; init; } = "7700000000";

    /// <summary>КПП.</summary>
    public string Kpp { get; init; } = "770001001";

    /// <summary>Where it is.</summary>
    public string Address { get; init; } = "РОССИЯ, 115000, МОСКВА Г, ул. Примерная, д. 1";

    /// <summary>The waybill that it can read.</summary>
    public string Version { get; init; } = "WayBill_v4";

    /// <summary>Which database of the UTM this is; a database made anew counts its entries from 1.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>When the database was made.</summary>
    public DateTimeOffset DatabaseCreated { get; init; }
}
