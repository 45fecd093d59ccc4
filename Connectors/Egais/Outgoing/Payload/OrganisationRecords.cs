using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Organisations as callers write them and as they are kept.</summary>
internal static class OrganisationRecords
{
    public static ConnectorRecord Of(Organisation organisation) => new()
    {
        ["form"] = organisation.Form.ToString(),
        ["clientRegId"] = organisation.ClientRegId,
        ["fullName"] = organisation.FullName,
        ["shortName"] = organisation.ShortName,
        ["inn"] = organisation.Inn,
        ["kpp"] = organisation.Kpp,
        ["tsNumber"] = organisation.TsNumber,
        ["country"] = organisation.Country,
        ["regionCode"] = organisation.RegionCode,
        ["address"] = organisation.Address,
    };

    public static Organisation Read(PayloadFields fields) => new(FormOf(fields), fields.Text("clientRegId", "fsrarId", "СИО", "КодФСРАР", "ИдентификаторФСРАР") ?? "")
    {
        FullName = fields.Text("fullName", "ПолноеНаименование", "Наименование"),
        ShortName = fields.Text("shortName", "КраткоеНаименование"),
        Inn = fields.Text("inn", "ИНН"),
        Kpp = fields.Text("kpp", "КПП"),
        TsNumber = fields.Text("tsNumber", "НомерТС"),
        Country = fields.Text("country", "КодСтраны"),
        RegionCode = fields.Text("regionCode", "КодРегиона"),
        Address = fields.Text("address", "Адрес", "ПредставлениеАдреса"),
    };

    // A missing form is told by the taxpayer number: 10 digits are a legal person's, 12 a natural one's.
    private static OrganisationForm FormOf(PayloadFields fields)
    {
        if (fields.Text("form", "Форма") is not { } name) return fields.Text("inn", "ИНН")?.Length == 12 ? OrganisationForm.FL : OrganisationForm.UL;
        if (Enum.TryParse<OrganisationForm>(name, ignoreCase: true, out var form) && !char.IsAsciiDigit(name[0])) return form;
        fields.Problem("form", "is not one of UL, FL, FO, TS, TR", "не одно из: UL, FL, FO, TS, TR");
        return OrganisationForm.UL;
    }
}
