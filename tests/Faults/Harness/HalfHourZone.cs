namespace Faults.Harness;

/// <summary>A zone of our own whose summer time is half an hour, compiled into a folder that stands in for the system's zones.</summary>
internal static class HalfHourZone
{
    public const string Name = "Test/Half";

    private const string Source = """
        Rule Half 2000 max - Apr Sun>=1 2:00 0:30 D
        Rule Half 2000 max - Oct Sun>=1 2:00 0 S
        Zone Test/Half 3:00 Half T%sT

        """;

    /// <summary>Compiles the zone.</summary>
    /// <returns>The folder.</returns>
    public static string Compile(string folder)
    {
        var (source, zones) = (Path.Combine(folder, "half.zone"), Path.Combine(folder, "zones"));
        File.WriteAllText(source, Source);
        Command.RunAsync("zic", "-b", "fat", "-d", zones, source).GetAwaiter().GetResult();
        return zones;
    }
}
