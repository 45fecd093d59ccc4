using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>The settings, read and checked as a whole: all problems are told together.</summary>
internal sealed record EgaisPlan
{
    /// <summary>All organisations, also those that are switched off.</summary>
    public required IReadOnlyList<EgaisOrganisation> Organisations { get; init; }

    public EgaisLimits Limits { get; init; } = new();

    public EgaisQueries Queries { get; init; } = new();

    public EgaisRhythm Rhythm { get; init; } = new();

    public EgaisFormats Formats { get; init; } = new();

    /// <summary>Whether the goods of an incoming waybill are checked before its receipt may be confirmed.</summary>
    public bool CheckIncoming { get; init; }

    /// <summary>The zone of the registry's times; null for the server's own.</summary>
    public TimeZoneInfo? Zone { get; init; }

    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>What works but should be looked at.</summary>
    public IReadOnlyList<ConnectorProblem> Warnings { get; init; } = [];

    /// <summary>The organisations as each workplace sees them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<EgaisOrganisation>> Workplaces { get; init; } = new Dictionary<string, IReadOnlyList<EgaisOrganisation>>();

    public TimeSpan OrphanLife => Limits.OrphanLife;

    public TimeSpan PairWarning => Limits.PairWarning;

    public TimeSpan VerifyWait => Limits.VerifyWait;

    /// <summary>What the dialogue takes of the settings.</summary>
    public DialogueRules Dialogue => new()
    {
        Organisations = [.. Organisations.Select(organisation => organisation.FsrarId)],
        OrphanLife = Limits.OrphanLife,
        PairWarning = Limits.PairWarning,
        OrphanRetry = Limits.OrphanRetry,
        ActedWait = Limits.ActedWait,
        Zone = Zone,
        FrequencyWords = Queries.TooOftenWords,
        MaxDocumentBytes = Limits.MaxDocumentBytes,
    };

    /// <exception cref="ConnectorSettingsException">The settings cannot be used.</exception>
    public static EgaisPlan Read(EgaisSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var problems = new SettingsProblems();
        var (organisations, workplaces) = OrganisationsReader.Read(settings, problems);
        var plan = new EgaisPlan
        {
            Organisations = organisations,
            Workplaces = workplaces,
            Limits = EgaisLimits.From(settings.Limits, problems),
            Queries = EgaisQueries.From(settings.Queries, problems),
            Rhythm = EgaisRhythm.From(settings.Rhythm, problems),
            Formats = EgaisFormats.From(settings.Formats, problems),
            CheckIncoming = settings.CheckIncoming,
            Zone = ZoneReader.Read("timeZone", settings.TimeZone, problems),
            AllowedHosts = [.. settings.AllowedHosts],
        };
        problems.ThrowIfAny();
        return plan with { Warnings = [.. problems.All] };
    }

    /// <summary>Finds an organisation; without an id the only one there is.</summary>
    /// <exception cref="ConnectorException">It is not in the settings.</exception>
    public EgaisOrganisation Find(string? fsrarId)
    {
        var asked = fsrarId?.Trim() ?? "";
        var found = asked.Length == 0 ? (Organisations.Count == 1 ? Organisations[0] : null) : TryFind(asked);
        return found ?? throw new ConnectorException(asked.Length == 0 ? UtmErrors.OrganisationMissing(Known) : UtmErrors.NoSettings(asked, Known));
    }

    /// <summary>Finds an organisation, or null.</summary>
    public EgaisOrganisation? TryFind(string fsrarId) => Organisations.FirstOrDefault(organisation => organisation.FsrarId == fsrarId);

    /// <summary>The organisations as a workplace sees them: field by field its own value before the common one. A workplace without own settings sees the common ones.</summary>
    public IReadOnlyList<EgaisOrganisation> For(string? workplace) =>
        workplace is not null && Workplaces.TryGetValue(workplace.Trim(), out var own) ? own : Organisations;

    /// <summary>The present time as the registry writes it: local, without a zone.</summary>
    public DateTime LocalNow(TimeProvider time)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone ?? time.LocalTimeZone).DateTime;
        return DateTime.SpecifyKind(now, DateTimeKind.Unspecified);
    }

    private string Known => string.Join(", ", Organisations.Select(organisation => organisation.FsrarId));
}
