namespace Faults.Kills;

/// <summary>The course of every program of kills: lanes side by side, each with a folder of its own, and the figures at the end.</summary>
internal static class KillProgram
{
    private const int Lanes = 3;

    /// <param name="program">Its name.</param>
    /// <param name="options">Its options.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="lane">Runs the kills that fall on a lane.</param>
    /// <param name="beside">What is tried beside the kills.</param>
    public static async Task<int> RunAsync<T>(string program, KillOptions options, IReadOnlyList<T> stages, Func<string, IReadOnlyList<(int Number, T Stage)>, KillResults, Task> lane, params IReadOnlyList<Func<string, KillResults, Task>> beside)
    {
        var root = Directory.CreateTempSubdirectory($"connectors-{program}-").FullName;
        Console.WriteLine($"seed {options.Seed}, {options.Kills} kills");
        var results = new KillResults(program, options.Seed);
        var dealt = options.Deal(stages).Select((stage, at) => (Number: at + 1, Stage: stage)).ToList();
        var lanes = Enumerable.Range(0, Lanes).Select(number => dealt.Where(kill => kill.Number % Lanes == number).ToList()).Where(kills => kills.Count > 0);
        await Task.WhenAll([.. lanes.Select((kills, at) => SafelyAsync($"lane-{at}", root, results, folder => lane(folder, kills, results))), .. beside.Select((one, at) => SafelyAsync($"beside-{at}", root, results, folder => one(folder, results)))]);
        if (results.AllSurvived) Directory.Delete(root, recursive: true);
        else Console.WriteLine($"Homes, logs and states are kept in {root}");
        return results.Report();
    }

    private static async Task SafelyAsync(string name, string root, KillResults results, Func<string, Task> run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        try
        {
            await run(folder);
        }
        catch (Harness.NotTriedException impossible)
        {
            results.NotTried(name, impossible.Message);
        }
        catch (Exception failure)
        {
            results.Add(name, [$"did not come to its end in {folder}: {failure}"]);
        }
    }
}
