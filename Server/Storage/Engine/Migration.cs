using System.Globalization;
using System.Text;

namespace Server.Storage;

/// <summary>A numbered script that takes a room one step forward.</summary>
internal sealed record Migration(int Version, string Name, string Script)
{
    /// <summary>Reads the embedded scripts of a room, in order. <c>0001_x.postgresql.sql</c> stands for <c>0001_x.sql</c> on that database.</summary>
    public static IReadOnlyList<Migration> Embedded(string room, SqlDialect dialect)
    {
        var names = typeof(Migration).Assembly.GetManifestResourceNames().Where(name => name.StartsWith($"{room}/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(IsPlain).Order(StringComparer.Ordinal).Select(name =>
        {
            var variant = $"{name[..^".sql".Length]}.{dialect.Name}.sql";
            var file = Path.GetFileNameWithoutExtension(name[(room.Length + 1)..]);
            return new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), file, names.Contains(variant) ? Read(variant) : dialect.Script(Read(name)));
        })];
    }

    // A variant has a point more in its name.
    private static bool IsPlain(string name) => name.Count('.') == 1;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
