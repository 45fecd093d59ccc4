namespace Benchmarks.Egais;

/// <summary>What the EGAIS connector must be able to do in a day of a large shop.</summary>
internal static class EgaisBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        await MarkMatching.RunAsync();
        return await OutBoxReceiving.RunAsync(Arguments.Number(args, "--rounds", 5), Arguments.Number(args, "--entries", 5000));
    }
}
