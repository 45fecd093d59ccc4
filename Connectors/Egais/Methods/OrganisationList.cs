using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The organisations that a call names.</summary>
internal static class OrganisationList
{
    /// <summary>Those that are configured and switched on; those asked for that are not are reported. Nothing asked for means all.</summary>
    public static IReadOnlyList<EgaisOrganisation> Of(EgaisPlan plan, object? asked, ExchangeReport report)
    {
        var (known, unknown) = Split(plan, asked);
        foreach (var fsrarId in unknown)
        {
            report.Refuse(fsrarId, CallErrors.WithoutSettings(fsrarId));
        }

        return known;
    }

    public static (IReadOnlyList<EgaisOrganisation> Known, IReadOnlyList<string> Unknown) Split(EgaisPlan plan, object? asked)
    {
        var named = CallFields.Rows(asked).Select(one => one is ConnectorRecord record ? record.TextOf("fsrarId", "organisation", "Организация") : CallFields.Texts(one) is [var text, ..] ? text : null).OfType<string>().Distinct().ToList();
        var enabled = plan.Organisations.Where(organisation => organisation.Enabled).ToList();
        if (named.Count == 0) return (enabled, []);
        return ([.. enabled.Where(organisation => named.Contains(organisation.FsrarId))], [.. named.Where(fsrarId => enabled.TrueForAll(organisation => organisation.FsrarId != fsrarId))]);
    }

    /// <summary>One organisation; without an id the only one there is.</summary>
    /// <exception cref="ConnectorException"><c>NO_SETTINGS</c>: it is not configured.</exception>
    public static EgaisOrganisation One(EgaisPlan plan, string? fsrarId)
    {
        var enabled = plan.Organisations.Where(organisation => organisation.Enabled).ToList();
        var asked = fsrarId?.Trim() ?? "";
        if (asked.Length == 0 && enabled.Count == 1) return enabled[0];
        return enabled.Find(organisation => organisation.FsrarId == asked) ?? throw new ConnectorException(CallErrors.WithoutSettings(asked.Length == 0 ? "(?)" : asked));
    }
}
