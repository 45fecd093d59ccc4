namespace Connectors.Sql;

/// <summary>Names as PostgreSQL folds and quotes them.</summary>
internal static class PostgresNames
{
    /// <summary>A parameter's name in <c>name =&gt; value</c>: a declared one is folded as the server folds names, a word of SQL may be one.</summary>
    public static string Quoted(SqlParameter parameter)
    {
        var name = parameter.IsExact ? parameter.Name : string.Concat(parameter.Name.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));
        return $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Schema and name as the catalogue has them; the schema is null when none is given.</summary>
    /// <param name="written">The name as written.</param>
    /// <param name="folds">Whether what stands without quotes is folded.</param>
    /// <returns>Schema and name.</returns>
    public static (string? Schema, string Name) Split(string written, bool folds = true)
    {
        var parts = new List<string>();
        for (var at = 0; at < written.Length;)
        {
            var quoted = written[at] == '"';
            var end = quoted ? written.IndexOf('"', at + 1) : written.IndexOf('.', at);
            if (end < 0) end = written.Length;
            parts.Add(quoted ? written[(at + 1)..end] : folds ? written[at..end].ToLowerInvariant() : written[at..end]);
            at = quoted ? end + 2 : end + 1;
        }

        return parts.Count > 1 ? (parts[^2], parts[^1]) : (null, parts[0]);
    }
}
