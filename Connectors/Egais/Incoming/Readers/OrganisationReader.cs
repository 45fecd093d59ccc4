namespace Connectors.Egais;

/// <summary>Reads a shipper, consignee, producer or client.</summary>
internal static class OrganisationReader
{
    private static readonly OrganisationForm[] Forms = Enum.GetValues<OrganisationForm>();

    /// <summary>The organisation in an element, whose field it must have.</summary>
    public static Organisation Required(XmlPart owner, string field) =>
        owner.Find(field) is { } element && Read(element) is { ClientRegId.Length: > 0 } organisation ? organisation : throw owner.Lacks($"{field}/ClientRegId");

    /// <summary>The organisation in an element; null when there is none in it.</summary>
    public static Organisation? Read(XmlPart? element)
    {
        if (element is null) return null;
        if (element.Find("OrgInfoV2") is { } wrapped) return Read(wrapped);

        // The first generation has no element of the form.
        return Formed(element) ?? (element.Find("ClientRegId") is null ? null : Fields(OrganisationForm.UL, element));
    }

    /// <summary>The organisation in an element that holds nothing but it; null for any other.</summary>
    public static Organisation? ReadAlone(XmlPart element) => element.Parts is [var only] ? only.Is("OrgInfoV2") ? ReadAlone(only) : Formed(element) : null;

    private static Organisation? Formed(XmlPart element)
    {
        foreach (var form in Forms)
        {
            if (element.Find(form.ToString()) is { Parts.Count: > 0 } found) return Fields(form, found);
        }

        return null;
    }

    private static Organisation Fields(OrganisationForm form, XmlPart element)
    {
        var address = element.Find("address");
        return new Organisation(form, element.Value("ClientRegId") ?? "")
        {
            FullName = element.Value("FullName"),
            ShortName = element.Value("ShortName"),
            Inn = element.Value("INN"),
            Kpp = element.Value("KPP"),
            TsNumber = element.Value("TSNUM"),
            Country = address?.Value("Country") ?? element.Value("Country"),
            RegionCode = address?.Value("RegionCode"),
            Address = address?.Value("description") ?? element.Value("description"),
        };
    }
}
