namespace Connectors.Egais;

/// <summary>Whether organisations and products may be sent.</summary>
internal static class ParticipantChecks
{
    private static readonly string[] ProductTypes = ["АП", "ССП", "ССНП", "Спирт", "УБП", "ССПП", "СЛС", "ФАРМ", "ЭС"];

    public static void Organisation(this OutgoingChecks checks, string path, Organisation? organisation, bool isShipper)
    {
        if (organisation is null)
        {
            checks.Missing(path);
            return;
        }

        var isAllowed = isShipper ? organisation.Form is OrganisationForm.UL or OrganisationForm.FL or OrganisationForm.TR : organisation.Form != OrganisationForm.TR;
        var allowed = isShipper ? "UL, FL, TR" : "UL, FL, FO, TS";
        if (!isAllowed) checks.Add($"{path}.form", $"must be one of {allowed} here", $"здесь допустимо: {allowed}");
        checks.Id($"{path}.clientRegId", organisation.ClientRegId);
        checks.Text($"{path}.address", organisation.Address, 5000);
        if (organisation.Form == OrganisationForm.TR) return;
        checks.Text($"{path}.fullName", organisation.FullName, 255);
        checks.OptionalText($"{path}.shortName", organisation.ShortName, 64);
        Required(checks, $"{path}.country", organisation.Country, 3);
        if (organisation.Form is OrganisationForm.FO) return;
        if (organisation.Form is OrganisationForm.TS)
        {
            checks.OptionalText($"{path}.tsNumber", organisation.TsNumber, 50);
            return;
        }

        Required(checks, $"{path}.regionCode", organisation.RegionCode, 2);
        Required(checks, $"{path}.inn", organisation.Inn, organisation.Form == OrganisationForm.UL ? 10 : 12);
        if (organisation.Form == OrganisationForm.UL) Required(checks, $"{path}.kpp", organisation.Kpp, 9);
    }

    public static void Product(this OutgoingChecks checks, string path, Product product)
    {
        checks.Id($"{path}.alcCode", product.AlcCode, 64);
        checks.OneOf($"{path}.unitType", product.UnitType, "Packed", "Unpacked");
        if (product.Type is { } type) checks.OneOf($"{path}.type", type, ProductTypes);
        checks.Text($"{path}.fullName", product.FullName, 255);
        checks.OptionalText($"{path}.shortName", product.ShortName, 64);
        if (product.Capacity is { } capacity) checks.Positive($"{path}.capacity", capacity);
        checks.Percent($"{path}.alcVolume", product.AlcVolume);
        checks.Organisation($"{path}.producer", product.Producer, isShipper: false);
        checks.Id($"{path}.productVCode", product.ProductVCode, 5);
    }

    private static void Required(OutgoingChecks checks, string path, string? digits, int length)
    {
        if (digits is null) checks.Missing(path);
        else checks.Digits(path, digits, length);
    }
}
