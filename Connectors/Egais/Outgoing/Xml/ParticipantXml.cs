using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>Organisations and products in XML.</summary>
internal static class ParticipantXml
{
    private static readonly XNamespace Oref = EgaisXml.Client;
    private static readonly XNamespace Pref = EgaisXml.Product;

    /// <summary>The element of an organisation's form, inside Shipper, Consignee or Producer.</summary>
    public static XElement Of(Organisation organisation)
    {
        var (form, isRussian) = (organisation.Form, organisation.Form is OrganisationForm.UL or OrganisationForm.FL);
        var isTransport = form == OrganisationForm.TR;
        return new XElement(
            Oref + form.ToString(),
            new XElement(Oref + "ClientRegId", organisation.ClientRegId),
            isTransport ? null : EgaisXml.Optional(Oref + "FullName", organisation.FullName),
            isTransport ? null : EgaisXml.Optional(Oref + "ShortName", organisation.ShortName),
            isRussian ? EgaisXml.Optional(Oref + "INN", organisation.Inn) : null,
            form == OrganisationForm.UL ? EgaisXml.Optional(Oref + "KPP", organisation.Kpp) : null,
            form == OrganisationForm.TS ? EgaisXml.Optional(Oref + "TSNUM", organisation.TsNumber) : null,
            new XElement(
                Oref + "address",
                isTransport ? null : EgaisXml.Optional(Oref + "Country", organisation.Country),
                isRussian ? EgaisXml.Optional(Oref + "RegionCode", organisation.RegionCode) : null,
                EgaisXml.Optional(Oref + "description", organisation.Address)));
    }

    public static XElement Of(XName name, Product product) => new(
        name,
        new XElement(Pref + "UnitType", product.UnitType),
        new XElement(Pref + "Type", product.Type ?? "АП"),
        EgaisXml.Optional(Pref + "FullName", product.FullName),
        EgaisXml.Optional(Pref + "ShortName", product.ShortName),
        new XElement(Pref + "AlcCode", product.AlcCode),
        EgaisXml.Optional(Pref + "Capacity", product.Capacity),
        EgaisXml.Optional(Pref + "AlcVolume", product.AlcVolume),
        product.Producer is { } producer ? new XElement(Pref + "Producer", Of(producer)) : null,
        EgaisXml.Optional(Pref + "ProductVCode", product.ProductVCode));
}
