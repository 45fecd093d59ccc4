using System.Text;

namespace Connectors.Sql;

/// <summary>Takes SQL text apart into statements and their <c>@name</c> places; quoted text, quoted names and comments are left as they stand.</summary>
/// <remarks>The text comes from the settings. No value of a caller is ever part of it.</remarks>
internal sealed class SqlScanner(string sql, SqlRules rules)
{
    private readonly List<SqlStatement> found = [];
    private readonly List<SqlPart> parts = [];
    private readonly StringBuilder text = new();
    private readonly List<SqlPart> whole = [];
    private int told;
    private string keyword = "";
    private int at;

    /// <summary>What cannot be read, in English and Russian, or null.</summary>
    public (string En, string Ru)? Problem { get; private set; }

    /// <summary>All of the text, taken apart at its places only.</summary>
    public IReadOnlyList<SqlPart> Whole => [.. whole, new SqlPart(sql[Math.Min(told, sql.Length)..], false)];

    public IReadOnlyList<SqlStatement> Scan()
    {
        while (at < sql.Length && Problem is null) Step();
        End();
        return found;
    }

    private void Step()
    {
        var letter = sql[at];
        if (letter == '\'') Quoted('\'', rules.IsPostgres && IsEscapeString());
        else if (letter == '"') Quoted('"', false);
        else if (letter == '`' && rules.BracketNames) Quoted('`', false);
        else if (letter == '[' && rules.BracketNames) Quoted(']', false);
        else if (Next("--")) Take(Line());
        else if (Next("/*")) Comment();
        else if (letter == '$' && rules.IsPostgres && Tag() is { } tag) Dollars(tag);
        else if (letter == '@') Place();
        else if (letter == ';') End();
        else if (IsNameStart(letter)) Word();
        else Take(1);
    }

    private void Quoted(char end, bool escapes)
    {
        for (var i = at + 1; i < sql.Length; i++)
        {
            if (escapes && sql[i] == '\\') i++;
            else if (sql[i] == end && i + 1 < sql.Length && sql[i + 1] == end) i++;
            else if (sql[i] == end)
            {
                if (keyword.Length == 0) keyword = "?";
                Take(i + 1 - at);
                return;
            }
        }

        Fail("a quote is not closed", "кавычка не закрыта");
    }

    private void Comment()
    {
        var depth = 0;
        for (var i = at; i + 1 < sql.Length; i++)
        {
            if (sql[i] == '/' && sql[i + 1] == '*' && (depth == 0 || rules.IsPostgres)) (depth, i) = (depth + 1, i + 1);
            else if (sql[i] == '*' && sql[i + 1] == '/' && --depth == 0)
            {
                Take(i + 2 - at);
                return;
            }
            else if (sql[i] == '*' && sql[i + 1] == '/') i++;
        }

        Fail("a comment is not closed", "комментарий не закрыт");
    }

    private void Dollars(string tag)
    {
        var end = sql.IndexOf(tag, at + tag.Length, StringComparison.Ordinal);
        if (end < 0) Fail($"{tag} is not closed", $"{tag} не закрыт");
        else Take(end + tag.Length - at);
    }

    // @@name is a variable or an operator, and in PostgreSQL <@ and such are operators.
    private void Place()
    {
        var before = at > 0 ? sql[at - 1] : ' ';
        if (Next("@@")) Take(2);
        else if (at + 1 >= sql.Length || !IsNameStart(sql[at + 1]) || (rules.IsPostgres && before is '<' or '~')) Take(1);
        else
        {
            var end = at + 1;
            while (end < sql.Length && IsName(sql[end])) end++;
            Flush();
            parts.Add(new SqlPart(sql[(at + 1)..end], true));
            whole.Add(new SqlPart(sql[told..at], false));
            whole.Add(parts[^1]);
            told = at = end;
        }
    }

    private void Word()
    {
        var end = at;
        while (end < sql.Length && IsName(sql[end])) end++;
        if (keyword.Length == 0) keyword = sql[at..end].ToUpperInvariant();
        Take(end - at);
    }

    private void End()
    {
        at++;
        Flush();
        if (keyword.Length > 0 || parts.Exists(part => part.IsPlace)) found.Add(new SqlStatement([.. parts], keyword));
        parts.Clear();
        keyword = "";
    }

    private void Take(int count)
    {
        text.Append(sql, at, count);
        at += count;
    }

    private void Flush()
    {
        if (text.Length > 0) parts.Add(new SqlPart(text.ToString(), false));
        text.Clear();
    }

    private void Fail(string english, string russian)
    {
        Problem = (english, russian);
        at = sql.Length;
    }

    private bool Next(string start) => string.CompareOrdinal(sql, at, start, 0, start.Length) == 0;

    private int Line() => sql.IndexOf('\n', at) is >= 0 and var end ? end - at : sql.Length - at;

    private bool IsEscapeString() => at > 0 && sql[at - 1] is 'e' or 'E' && (at < 2 || !IsName(sql[at - 2]));

    private string? Tag()
    {
        if (at > 0 && IsName(sql[at - 1])) return null;
        var end = at + 1;
        while (end < sql.Length && IsName(sql[end]) && (end > at + 1 || !char.IsAsciiDigit(sql[end]))) end++;
        return end < sql.Length && sql[end] == '$' ? sql[at..(end + 1)] : null;
    }

    private static bool IsNameStart(char letter) => char.IsLetter(letter) || letter == '_';

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
