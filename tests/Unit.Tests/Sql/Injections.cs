using System.Text.Json;

namespace Unit.Tests.Sql;

/// <summary>The corpus of texts that have broken somebody's SQL, from injections.json beside this file.</summary>
/// <remarks>
/// Categories: quotes of all alphabets, closed and double quotes with a condition after them, comments, stacked statements, UNION, time delays, error based,
/// dollar quotes, escape strings, placeholders of every driver, LIKE wildcards, null bytes, control characters, unicode (compatibility forms, folding, surrogates),
/// numbers and overflows, hex and encodings, JSON, array literals, identifiers, system paths and shells, emptiness, and length.
/// </remarks>
internal static class Injections
{
    private static readonly Lazy<IReadOnlyList<(string Category, string Text)>> Corpus = new(Read);

    public static IReadOnlyList<(string Category, string Text)> All => Corpus.Value;

    private static List<(string, string)> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Connectors.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "tests", "Unit.Tests", "Sql", "injections.json")));
        return [.. document.RootElement.EnumerateArray().Select(one => (
            one.GetProperty("category").GetString()!,
            string.Concat(Enumerable.Repeat(one.GetProperty("text").GetString()!, one.TryGetProperty("times", out var times) ? times.GetInt32() : 1))))];
    }
}
