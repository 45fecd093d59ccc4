using Faults.Kills;

namespace Faults.Egais;

/// <summary><c>egais [--kills N] [--seed S] [--full]</c>: kills the server in every stage of an exchange with UTMs, has UTMs make trouble in every known way, and turns them off.</summary>
internal static class EgaisProgram
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = KillOptions.Read(arguments);
        return KillProgram.RunAsync(
            "egais",
            options,
            EgaisStage.All,
            (folder, kills, results) => new EgaisLane(folder, kills, results, options.Seed).RunAsync(),
            (folder, results) => new UtmTroubles(folder, results).RunAsync(),
            (folder, results) => new UtmNight(folder, results).RunAsync());
    }
}
