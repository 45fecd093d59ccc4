using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the organisations of the settings.</summary>
internal static class OrganisationReader
{
    public static IReadOnlyList<ZnakOrganisation> Read(ZnakSettings settings, ProductGroups groups, SettingsProblems problems)
    {
        if (settings.Organisations.Count == 0)
        {
            problems.Add("ORGANISATIONS_MISSING", "organisations", "No organisation is named.", "Не указана ни одна организация.", "List at least one with its inn.", "Укажите хотя бы одну с её inn.");
        }

        var read = new List<ZnakOrganisation>();
        foreach (var organisation in settings.Organisations)
        {
            var field = $"organisations[{read.Count}]";
            CheckInn(organisation, read, field, problems);
            CheckKpp(organisation, field, problems);
            CheckOms(organisation, read, field, problems);
            read.Add(Of(organisation, groups, field, problems));
        }

        return read;
    }

    private static ZnakOrganisation Of(ZnakOrganisationSettings settings, ProductGroups groups, string field, SettingsProblems problems) =>
        new(settings.Inn.Trim(), problems.Choice($"{field}.contour", settings.Contour, ("production", ZnakContour.Production), ("prod", ZnakContour.Production), ("sandbox", ZnakContour.Sandbox)))
        {
            Kpp = Given(settings.Kpp),
            ProductGroups = [.. settings.ProductGroups.Select(groups.AliasOf).Distinct(StringComparer.OrdinalIgnoreCase)],
            SignerName = Given(settings.Signer),
            PowerOfAttorney = settings.PowerOfAttorney,
            // The other side was seen to be case sensitive.
            OmsId = Given(settings.OmsId)?.ToLowerInvariant(),
            OmsConnection = Given(settings.OmsConnection)?.ToLowerInvariant(),
            Exclusive = settings.Exclusive,
            PermissiveKey = Given(settings.PermissiveKey),
        };

    private static void CheckInn(ZnakOrganisationSettings settings, List<ZnakOrganisation> read, string field, SettingsProblems problems)
    {
        var inn = settings.Inn.Trim();
        if (!TaxNumber.IsValid(inn))
        {
            problems.Add("INN_WRONG", $"{field}.inn", $"'{inn}' is not a taxpayer number: 10 or 12 digits with right check digits.", $"«{inn}» — не ИНН: нужны 10 или 12 цифр с верными контрольными.", "Check the number.", "Проверьте номер.");
        }
        else if (read.Exists(other => other.Inn == inn))
        {
            problems.Add("INN_TWICE", $"{field}.inn", $"INN {inn} stands in the list twice.", $"ИНН {inn} указан дважды.", "Leave one entry.", "Оставьте одну запись.");
        }
    }

    private static void CheckKpp(ZnakOrganisationSettings settings, string field, SettingsProblems problems)
    {
        var kpp = settings.Kpp.Trim();
        if (kpp.Length == 0 || (kpp.Length == 9 && kpp.All(char.IsAsciiLetterOrDigit))) return;
        problems.Add("KPP_WRONG", $"{field}.kpp", $"'{kpp}' is not a KPP of 9 characters.", $"«{kpp}» — не КПП из 9 знаков.", "Check it or leave it empty.", "Проверьте его или оставьте пустым.");
    }

    // One client token lives for an omsConnection: two organisations would end each other's.
    private static void CheckOms(ZnakOrganisationSettings settings, List<ZnakOrganisation> read, string field, SettingsProblems problems)
    {
        if (Given(settings.OmsConnection)?.ToLowerInvariant() is { } connection && read.Exists(other => other.OmsConnection == connection))
        {
            problems.Add("OMS_CONNECTION_TWICE", $"{field}.omsConnection", "This omsConnection belongs to another organisation of the list too.", "Этот omsConnection указан и у другой организации.", "Register an installation for each organisation.", "Зарегистрируйте отдельное устройство для каждой организации.");
        }

        if (Given(settings.OmsId) is not null && Given(settings.OmsConnection) is null)
        {
            problems.Add("OMS_CONNECTION_MISSING", $"{field}.omsConnection", "There is an omsId but no omsConnection.", "Указан omsId, но нет omsConnection.", "Write the id of this installation from the account's page of devices.", "Укажите идентификатор устройства из личного кабинета СУЗ.");
        }
    }

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
