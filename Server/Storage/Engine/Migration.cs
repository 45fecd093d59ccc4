using System.Globalization;
using System.Text;

namespace Server.Storage;

/// <summary>A numbered script that takes a database one step forward.</summary>
internal sealed record Migration(int Version, string Name, string Script)
{
    /// <summary>Reads the embedded scripts of a database, in order.</summary>
    public static IReadOnlyList<Migration> Embedded(string database)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"{database}/";
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var file = Path.GetFileNameWithoutExtension(name[prefix.Length..]);
            return new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), file, reader.ReadToEnd());
        })];
    }
}
