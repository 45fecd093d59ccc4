using Faults.Kills;

namespace Faults.Codes;

/// <summary><c>codes [--kills N] [--seed S] [--full]</c>: kills the server in every stage of fetching marking codes, and looks for every code that was handed out.</summary>
internal static class CodesProgram
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = KillOptions.Read(arguments);
        return KillProgram.RunAsync("codes", options, CodesStage.All, (folder, kills, results) => new CodesLane(folder, kills, results, options.Seed).RunAsync());
    }
}
