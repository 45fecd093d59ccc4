using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>Reads the organisations of the settings, as the server and as each workplace sees them.</summary>
internal static class OrganisationsReader
{
    private const int LongestId = 50;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static (IReadOnlyList<EgaisOrganisation> Common, IReadOnlyDictionary<string, IReadOnlyList<EgaisOrganisation>> Workplaces) Read(EgaisSettings settings, SettingsProblems problems)
    {
        if (settings.Organisations.Count == 0)
        {
            problems.Add("ORGANISATIONS_MISSING", "organisations", "No organisation is named.", "Не указана ни одна организация.", "List at least one with its fsrarId.", "Укажите хотя бы одну с её fsrarId.");
        }

        var common = new List<EgaisOrganisation>();
        var differing = new List<(string Workplace, EgaisOrganisation Own)>();
        foreach (var organisation in settings.Organisations)
        {
            var field = $"organisations[{common.Count}]";
            CheckId(organisation, common, field, problems);
            var read = Of(organisation, field, problems);
            CheckAddress(read, common, field, problems);
            common.Add(read);
            foreach (var (name, own) in organisation.Workplaces) differing.Add((name.Trim(), Merge(read, own, $"{field}.workplaces.{name}", problems)));
        }

        return (common, Workplaces(common, differing));
    }

    private static EgaisOrganisation Of(EgaisOrganisationSettings settings, string field, SettingsProblems problems) =>
        new(settings.FsrarId.Trim(), HostName.Read($"{field}.host", settings.Host, problems), (int)problems.Number($"{field}.port", settings.Port, 1, 65_535))
        {
            Mode = Mode($"{field}.mode", settings.Mode, problems),
            Timeout = problems.Duration($"{field}.timeout", settings.Timeout, Timeout, TimeSpan.FromMinutes(10)),
            LoadIncoming = settings.LoadIncoming,
            Format = Format($"{field}.formatVersion", settings.FormatVersion, problems),
            Exclusive = settings.Exclusive,
            Schedule = Schedule($"{field}.schedule", settings.Schedule, problems),
            Enabled = settings.Enabled,
        };

    private static EgaisOrganisation Merge(EgaisOrganisation common, EgaisWorkplaceSettings own, string field, SettingsProblems problems) => common with
    {
        Mode = own.Mode is { } mode ? Mode($"{field}.mode", mode, problems) : common.Mode,
        Host = own.Host is { } host ? HostName.Read($"{field}.host", host, problems) : common.Host,
        Port = own.Port is { } port ? (int)problems.Number($"{field}.port", port, 1, 65_535) : common.Port,
        Timeout = own.Timeout is { } timeout ? problems.Duration($"{field}.timeout", timeout, Timeout, TimeSpan.FromMinutes(10)) : common.Timeout,
        LoadIncoming = own.LoadIncoming ?? common.LoadIncoming,
        Format = own.FormatVersion is { } format ? Format($"{field}.formatVersion", format, problems) : common.Format,
        Schedule = own.Schedule is { } schedule ? Schedule($"{field}.schedule", schedule, problems) : common.Schedule,
        Enabled = own.Enabled ?? common.Enabled,
    };

    private static Dictionary<string, IReadOnlyList<EgaisOrganisation>> Workplaces(List<EgaisOrganisation> common, List<(string Workplace, EgaisOrganisation Own)> differing) =>
        differing.GroupBy(one => one.Workplace, StringComparer.OrdinalIgnoreCase).ToDictionary(
            group => group.Key,
            IReadOnlyList<EgaisOrganisation> (group) => [.. common.Select(one => group.Select(pair => pair.Own).FirstOrDefault(own => own.FsrarId == one.FsrarId) ?? one)],
            StringComparer.OrdinalIgnoreCase);

    private static void CheckId(EgaisOrganisationSettings settings, List<EgaisOrganisation> read, string field, SettingsProblems problems)
    {
        var id = settings.FsrarId.Trim();
        if (id.Length is 0 or > LongestId || !id.All(char.IsAsciiDigit))
        {
            problems.Add("FSRAR_ID_WRONG", $"{field}.fsrarId", $"'{id}' is not a FSRAR ID: up to 50 digits, usually 12.", $"«{id}» — не ФСРАР ИД: до 50 цифр, обычно 12.", "Take it from the home page of the UTM.", "Возьмите его с главной страницы УТМ.");
        }
        else if (read.Exists(other => other.FsrarId == id))
        {
            problems.Add("FSRAR_ID_TWICE", $"{field}.fsrarId", $"FSRAR ID {id} stands in the list twice.", $"ФСРАР ИД {id} указан дважды.", "Leave one entry; what differs at a workplace goes into its workplaces.", "Оставьте одну запись; отличия рабочих мест укажите в её workplaces.");
        }
    }

    // One UTM has one key: two organisations behind one address would be the wrong owner of each other.
    private static void CheckAddress(EgaisOrganisation organisation, List<EgaisOrganisation> read, string field, SettingsProblems problems)
    {
        if (organisation.Mode != ExchangeMode.Server || !organisation.Enabled) return;
        if (!read.Exists(other => other.Mode == ExchangeMode.Server && other.Enabled && other.Port == organisation.Port && other.Host.Equals(organisation.Host, StringComparison.OrdinalIgnoreCase))) return;
        problems.Add("UTM_TWICE", $"{field}.port", $"{organisation.Host}:{organisation.Port} is the UTM of another organisation of the list too.", $"{organisation.Host}:{organisation.Port} указан и у другой организации.", "Write the port of its own UTM; several on one computer listen on different ports.", "Укажите порт её собственного УТМ; на одном компьютере у каждого свой порт.");
    }

    private static ExchangeMode Mode(string field, string text, SettingsProblems problems) => problems.Choice(field, text, ("server", ExchangeMode.Server), ("client", ExchangeMode.Client));

    private static FormatVersion Format(string field, string text, SettingsProblems problems) => problems.Choice(field, text, ("V4", FormatVersion.V4), ("V3", FormatVersion.V3));

    private static TimeSpan? Schedule(string field, string text, SettingsProblems problems) =>
        string.IsNullOrWhiteSpace(text) ? null : problems.Duration(field, text, TimeSpan.FromMinutes(1));
}
