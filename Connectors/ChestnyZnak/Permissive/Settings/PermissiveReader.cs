using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>Reads and checks how codes are checked before a sale.</summary>
internal static class PermissiveReader
{
    public static PermissiveRules Read(PermissiveSettings settings, IReadOnlyList<ZnakOrganisation> organisations, ProductGroups groups, SettingsProblems problems)
    {
        var defaults = new PermissiveRules();
        var rules = new PermissiveRules
        {
            Stores = SaleStoreReader.Read(settings, organisations, problems),
            Budget = problems.Duration("permissive.budget", settings.Budget, defaults.Budget, TimeSpan.FromSeconds(30)),
            HostLimit = problems.Duration("permissive.hostLimit", settings.HostLimit, defaults.HostLimit, TimeSpan.FromSeconds(30)),
            Reserve = problems.Duration("permissive.reserve", settings.Reserve, defaults.Reserve, TimeSpan.FromSeconds(30)),
            HealthLimit = problems.Duration("permissive.healthLimit", settings.HealthLimit, defaults.HealthLimit, TimeSpan.FromMinutes(1)),
            RefreshEarliest = problems.Duration("permissive.refreshEarliest", settings.RefreshEarliest, defaults.RefreshEarliest),
            RefreshLatest = problems.Duration("permissive.refreshLatest", settings.RefreshLatest, defaults.RefreshLatest),
            AsideTime = problems.Duration("permissive.asideTime", settings.AsideTime, defaults.AsideTime),
            FailuresToSetAside = (int)problems.Number("permissive.failuresToSetAside", settings.FailuresToSetAside, 1, 100),
            StateLife = problems.Duration("permissive.stateLife", settings.StateLife, defaults.StateLife),
            JournalLife = TimeSpan.FromDays(problems.Number("permissive.journalDays", settings.JournalDays, 1, 3660)),
            HostDomains = settings.HostDomains.Count == 0 ? defaults.HostDomains : [.. settings.HostDomains.Select(domain => domain.Trim().TrimStart('.').ToLowerInvariant())],
            Verdicts = Verdicts(settings, groups, problems),
        };
        Compare(rules, problems);
        return rules;
    }

    private static VerdictRules Verdicts(PermissiveSettings settings, ProductGroups groups, SettingsProblems problems) => new()
    {
        OnNoAnswer = Choice("permissive.onNoAnswer", settings.OnNoAnswer, problems),
        OnCrossBorder = Choice("permissive.onCrossBorderUnavailable", settings.OnCrossBorderUnavailable, problems),
        OnGrayZone = Choice("permissive.onGrayZone", settings.OnGrayZone, problems),
        GrayZone = settings.GrayZone.Select(pair => (Number: Group($"permissive.grayZone.{pair.Key}", pair.Key, groups, problems), Verdict: Choice($"permissive.grayZone.{pair.Key}", pair.Value, problems)))
            .Where(pair => pair.Number is not null).DistinctBy(pair => pair.Number).ToDictionary(pair => pair.Number!.Value, pair => pair.Verdict),
        UnverifiedGroups = settings.UnverifiedGroups.Select((group, at) => Group($"permissive.unverifiedGroups[{at}]", group, groups, problems)).OfType<int>().ToHashSet(),
    };

    private static SaleVerdict Choice(string field, string text, SettingsProblems problems) =>
        problems.Choice(field, text, ("ask", SaleVerdict.Ask), ("sell", SaleVerdict.Sell), ("doNotSell", SaleVerdict.DoNotSell));

    private static int? Group(string field, string text, ProductGroups groups, SettingsProblems problems)
    {
        if (groups.NumberFor(text) is { } number) return number;
        problems.Add("GROUP_UNKNOWN", field, $"'{text}' is no product group that is known.", $"Товарная группа «{text}» неизвестна.", "Write its number, or add it to productGroups.", "Укажите её номер или добавьте в productGroups.");
        return null;
    }

    private static void Compare(PermissiveRules rules, SettingsProblems problems)
    {
        if (rules.RefreshLatest < rules.RefreshEarliest)
        {
            problems.Add("REFRESH_REVERSED", "permissive.refreshLatest", $"{rules.RefreshLatest:c} is before refreshEarliest ({rules.RefreshEarliest:c}).", $"{rules.RefreshLatest:c} раньше refreshEarliest ({rules.RefreshEarliest:c}).", "Write a later time.", "Укажите большее время.");
        }

        var longest = rules.Stores.Select(store => store.Chain.Count).DefaultIfEmpty(1).Max();
        if (rules.Reserve * (longest - 1) >= rules.Budget)
        {
            problems.Add("RESERVE_TOO_LONG", "permissive.reserve", $"{rules.Reserve:c} for each later provider leaves nothing of the budget ({rules.Budget:c}) to the first.", $"{rules.Reserve:c} на каждого следующего не оставляет от бюджета ({rules.Budget:c}) ничего первому.", "Make reserve shorter.", "Уменьшите reserve.");
        }
    }
}
