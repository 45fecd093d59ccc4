using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Whether a workplace's exchange is due by its schedule. Pure.</summary>
internal static class ScheduleDue
{
    /// <summary>Never run before is due; without a schedule it never is.</summary>
    public static bool Is(EgaisOrganisation organisation, ConnectorRecord lastRuns, DateTimeOffset now)
    {
        if (organisation.Schedule is not { } schedule) return false;
        return lastRuns[organisation.FsrarId] is not { } last || !ConnectorValues.TryConvert(last, typeof(DateTimeOffset), out var at) || at is not DateTimeOffset before || before + schedule <= now;
    }
}
