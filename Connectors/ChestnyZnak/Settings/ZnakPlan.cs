using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>The settings, read and checked as a whole: all problems are told together.</summary>
/// <param name="Settings">The settings as written.</param>
/// <param name="Organisations">The organisations.</param>
/// <param name="Limits">Time limits, repeats and rates.</param>
internal sealed record ZnakPlan(ZnakSettings Settings, IReadOnlyList<ZnakOrganisation> Organisations, ZnakLimits Limits)
{
    public required ProductGroups Groups { get; init; }

    public required ZnakDocumentRules Documents { get; init; }

    public required ZnakIncomingRules Incoming { get; init; }

    public required SuzOptions Suz { get; init; }

    public required PermissiveRules Permissive { get; init; }

    /// <summary>Where and how each service of each contour is reached.</summary>
    public required IReadOnlyDictionary<(ZnakContour Contour, string Service), TransportOptions> Services { get; init; }

    /// <summary>What works but should be looked at.</summary>
    public IReadOnlyList<ConnectorProblem> Warnings { get; init; } = [];

    /// <exception cref="ConnectorSettingsException">The settings cannot be used.</exception>
    public static ZnakPlan Read(ZnakSettings settings)
    {
        var problems = new SettingsProblems();
        var groups = new ProductGroups(settings.ProductGroups);
        var organisations = OrganisationReader.Read(settings, groups, problems);
        var limits = ZnakLimits.From(settings.Limits, problems);
        var plan = new ZnakPlan(settings, organisations, limits)
        {
            Groups = groups,
            Documents = ZnakDocumentRules.Read(settings.Documents, problems),
            Incoming = ZnakIncomingRules.Read(settings.Incoming, problems),
            Suz = SuzOptionsReader.Read(settings.Suz, limits.Codes, problems),
            Permissive = PermissiveReader.Read(settings.Permissive, organisations, groups, problems),
            Services = ServiceReader.Read(settings, organisations, problems),
        };
        problems.ThrowIfAny();
        return plan with { Warnings = [.. problems.All] };
    }

    /// <summary>Finds an organisation; without a number the only one there is.</summary>
    /// <exception cref="ConnectorException">It is not in the settings.</exception>
    public ZnakOrganisation Find(string? inn)
    {
        var asked = inn?.Trim() ?? "";
        var found = asked.Length == 0 ? (Organisations.Count == 1 ? Organisations[0] : null) : Organisations.FirstOrDefault(organisation => organisation.Inn == asked);
        if (found is not null) return found;
        var known = string.Join(", ", Organisations.Select(organisation => organisation.Inn));
        throw new ConnectorException(asked.Length == 0
            ? new ConnectorError(ConnectorErrorCode.InvalidArguments, $"Several organisations are configured; name one by its INN. Known: {known}.")
            {
                MessageRu = $"Настроено несколько организаций; укажите ИНН одной. Известны: {known}.",
                Reason = "ORGANISATION_MISSING",
                Offenders = ["organisation: missing"],
            }
            : new ConnectorError(ConnectorErrorCode.InvalidArguments, $"There is no organisation with INN '{asked}' in the connector's settings. Known: {known}.")
            {
                MessageRu = $"В настройках коннектора нет организации с ИНН «{asked}». Известны: {known}.",
                Reason = "ORGANISATION_UNKNOWN",
                Offenders = [$"organisation: '{asked}' is not known"],
            });
    }
}
