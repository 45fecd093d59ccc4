using Faults.Kills;

namespace Faults.Exchange;

/// <summary><c>exchange [--kills N] [--seed S] [--full]</c>: kills the server in every stage of an exchange, loses answers in every known way, and has two servers work on one queue.</summary>
internal static class ExchangeProgram
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = KillOptions.Read(arguments);
        return KillProgram.RunAsync(
            "exchange",
            options,
            ExchangeStage.All,
            (folder, kills, results) => new ExchangeLane(folder, kills, results, options.Seed).RunAsync(),
            (folder, results) => new LostAnswers(folder, results).RunAsync(),
            (folder, results) => new TwoServers(folder, results, options).RunAsync());
    }
}
