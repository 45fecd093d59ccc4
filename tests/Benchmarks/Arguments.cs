using System.Globalization;

namespace Benchmarks;

/// <summary>The options of a benchmark's command line.</summary>
internal static class Arguments
{
    /// <summary>Reads <c>--name N</c>.</summary>
    public static int Number(string[] options, string name, int otherwise)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
