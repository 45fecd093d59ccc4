using System.Text;
using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the stores of the settings.</summary>
internal static class SaleStoreReader
{
    private const string PiotDefault = "http://localhost:51401";
    private const string LmDefault = "http://127.0.0.1:5995";
    private const int InfoPort = 51077;

    public static IReadOnlyList<SaleStore> Read(PermissiveSettings settings, IReadOnlyList<ZnakOrganisation> organisations, SettingsProblems problems)
    {
        // Without stores each organisation is one, named by its number.
        if (settings.Stores.Count == 0) return [.. organisations.Select(organisation => new SaleStore(organisation.Inn, organisation, [SaleProvider.Cdn]))];
        var read = new List<SaleStore>();
        var at = 0;
        foreach (var store in settings.Stores)
        {
            var field = $"permissive.stores[{at++}]";
            CheckId(store, read, field, problems);
            if (OrganisationOf(store, organisations, field, problems) is { } organisation) read.Add(Of(store, organisation, field, problems));
        }

        return read;
    }

    private static SaleStore Of(SaleStoreSettings store, ZnakOrganisation organisation, string field, SettingsProblems problems)
    {
        var chain = ChainOf(store, field, problems);
        return new SaleStore(store.Id.Trim(), organisation, chain)
        {
            FiscalDrive = string.IsNullOrWhiteSpace(store.FiscalDrive) ? null : store.FiscalDrive.Trim(),
            Piot = chain.Contains(SaleProvider.Piot) ? PiotOf(store.Piot, $"{field}.piot", problems) : null,
            Lm = chain.Contains(SaleProvider.Lm) ? LmOf(store.Lm, $"{field}.lm", problems) : null,
        };
    }

    private static IReadOnlyList<SaleProvider> ChainOf(SaleStoreSettings store, string field, SettingsProblems problems)
    {
        if (store.Chain.Count > 0)
        {
            var named = store.Chain.Select((word, at) => problems.Choice($"{field}.chain[{at}]", word, ("piot", SaleProvider.Piot), ("cdn", SaleProvider.Cdn), ("lm", SaleProvider.Lm))).ToList();
            if (named.Distinct().Count() < named.Count) problems.Add("CHAIN_REPEATS", $"{field}.chain", "A provider stands in the chain twice.", "Один и тот же источник указан в цепочке дважды.", "Leave each once.", "Оставьте каждый один раз.");
            return [.. named.Distinct()];
        }

        var first = store.Piot.Address.Length > 0 ? SaleProvider.Piot : SaleProvider.Cdn;
        return store.Lm.Address.Length > 0 ? [first, SaleProvider.Lm] : [first];
    }

    private static PiotOptions? PiotOf(PiotSettings settings, string field, SettingsProblems problems)
    {
        var version = (int)problems.Number($"{field}.version", settings.Version, 1, 3);
        foreach (var (name, value) in new[] { ("name", settings.Name), ("programVersion", settings.ProgramVersion), ("id", settings.Id), ("token", settings.Token) }) problems.Given($"{field}.{name}", value, "PIOT_CLIENT_MISSING");
        if (problems.Address($"{field}.address", settings.Address.Length > 0 ? settings.Address : PiotDefault) is not { } address) return null;
        var info = settings.InfoAddress.Length > 0 ? problems.Address($"{field}.infoAddress", settings.InfoAddress) : new UriBuilder(address.Scheme, address.Host, InfoPort).Uri;
        return info is null ? null : new PiotOptions(address, info, version) { Name = settings.Name, ProgramVersion = settings.ProgramVersion, Id = settings.Id, Token = settings.Token };
    }

    private static LocalModuleOptions? LmOf(LocalModuleSettings settings, string field, SettingsProblems problems)
    {
        var version = (int)problems.Number($"{field}.version", settings.Version, 1, 2);
        problems.Given($"{field}.login", settings.Login, "LM_LOGIN_MISSING");
        if (problems.Address($"{field}.address", settings.Address.Length > 0 ? settings.Address : LmDefault) is not { } address) return null;
        var shown = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Login}:{settings.Password}"));
        return new LocalModuleOptions(address, version) { Authorization = $"Basic {shown}", Initialise = settings.Initialise };
    }

    private static ZnakOrganisation? OrganisationOf(SaleStoreSettings store, IReadOnlyList<ZnakOrganisation> organisations, string field, SettingsProblems problems)
    {
        var inn = store.Organisation.Trim();
        var found = inn.Length == 0 && organisations.Count == 1 ? organisations[0] : organisations.FirstOrDefault(one => one.Inn == inn);
        if (found is null) problems.Add("STORE_ORGANISATION", $"{field}.organisation", $"'{inn}' is not an organisation of the settings.", $"Организации «{inn}» нет в настройках.", "Write the inn of one that is listed in organisations.", "Укажите inn одной из organisations.");
        return found;
    }

    private static void CheckId(SaleStoreSettings store, List<SaleStore> read, string field, SettingsProblems problems)
    {
        if (!problems.Given($"{field}.id", store.Id, "STORE_ID_MISSING") || !read.Exists(other => other.Id.Equals(store.Id.Trim(), StringComparison.OrdinalIgnoreCase))) return;
        problems.Add("STORE_TWICE", $"{field}.id", $"The store '{store.Id}' stands in the list twice.", $"Магазин «{store.Id}» указан дважды.", "Give each a name of its own.", "Дайте каждому своё имя.");
    }
}
