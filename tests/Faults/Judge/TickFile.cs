using System.Globalization;

namespace Faults.Judge;

/// <summary>Reads the lines the firings left.</summary>
internal static class TickFile
{
    public static List<Tick> Read(string path)
    {
        if (!File.Exists(path)) return [];
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads whole lines; a last one without its end is still being written.</summary>
    public static List<Tick> Parse(string text)
    {
        var ticks = new List<Tick>();
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.Split('\t') is not [var who, var at, var wall, var word, ..]) throw new FormatException($"The line '{line}' of the tick file is no tick: who, monotonic, wall and word are expected.");
            ticks.Add(new Tick(who, long.Parse(at, CultureInfo.InvariantCulture), long.Parse(wall, CultureInfo.InvariantCulture), word));
        }

        return ticks;
    }
}
