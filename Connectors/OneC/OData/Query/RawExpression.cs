using System.Collections.Frozen;

namespace Connectors.OneC.OData;

/// <summary>Looks over a filter or order written by hand: 1C answers a misspelt field with an empty result, so every name is checked here.</summary>
internal static class RawExpression
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["eq", "ne", "gt", "ge", "lt", "le", "and", "or", "not", "add", "sub", "mul", "div", "true", "false", "null", "undefined", "asc", "desc"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Unsupported = FrozenSet.ToFrozenSet(
        ["length", "indexof", "replace", "tolower", "toupper", "trim", "floor", "ceiling"], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="Cleverence.Connectivity.ConnectorException">Quotes or parentheses do not close, or a name is not known.</exception>
    public static void Check(string text, EdmType type, EdmModel model, string argument)
    {
        var variables = new Dictionary<string, EdmType>(StringComparer.Ordinal);
        var depth = 0;
        EdmType? rows = null;
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (letter == '\'') at = EndOfText(text, at, argument);
            else if (IsNameStart(letter)) at = CheckName(text, at, type, model, argument, variables, ref rows);
            else if (char.IsAsciiDigit(letter)) at = EndOfNumber(text, at);
            else
            {
                depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
                if (depth < 0) break;
                at++;
            }
        }

        if (depth != 0) throw ODataErrors.Argument(argument, "its parentheses do not match", "скобки не парные");
    }

    private static int CheckName(string text, int start, EdmType type, EdmModel model, string argument, Dictionary<string, EdmType> variables, ref EdmType? rows)
    {
        var end = EndOfName(text, start);
        var next = end < text.Length ? text[end] : ' ';
        var name = text[start..end];

        // A prefix of a literal, such as guid'…'.
        if (next == '\'') return end;
        if (rows is not null && Follows(text, end, ':'))
        {
            variables[name] = rows;
            rows = null;
            return end;
        }

        if (Follows(text, end, '(') && !name.Contains('/', StringComparison.Ordinal))
        {
            // "not (…)" and "and (…)" look like functions.
            if (Unsupported.Contains(name)) throw ODataErrors.Argument(argument, $"1C has no function '{name}' in filters; use like, substring or startswith", $"в отборах 1С нет функции «{name}»; используйте like, substring или startswith");
            return end;
        }

        if (!Words.Contains(name)) rows = CheckPath(name, type, model, argument, variables, Follows(text, end, '('));
        return end;
    }

    private static EdmType? CheckPath(string path, EdmType type, EdmModel model, string argument, Dictionary<string, EdmType> variables, bool isCall)
    {
        var steps = path.Split('/').ToList();
        if (variables.TryGetValue(steps[0], out var variable))
        {
            type = variable;
            steps.RemoveAt(0);
        }

        if (!isCall)
        {
            FieldPath.Find(string.Join('/', steps), type, model, argument);
            return null;
        }

        foreach (var step in steps.SkipLast(1)) type = FieldPath.Step(step, type, model)?.Type ?? throw ODataErrors.UnknownField(argument, step, type);
        return steps[^1] is "any" or "all" ? type : throw ODataErrors.Argument(argument, $"'{steps[^1]}' after a field is neither any nor all", $"«{steps[^1]}» после поля — не any и не all");
    }

    private static int EndOfText(string text, int start, string argument)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != '\'') continue;
            if (at + 1 >= text.Length || text[at + 1] != '\'') return at + 1;
            at++;
        }

        throw ODataErrors.Argument(argument, "a text in it has no closing quote", "текст без закрывающей кавычки");
    }

    private static int EndOfName(string text, int at)
    {
        while (at < text.Length && (IsNameStart(text[at]) || char.IsAsciiDigit(text[at]) || (text[at] == '/' && at + 1 < text.Length && IsNameStart(text[at + 1])))) at++;
        return at;
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '.')) at++;
        return at;
    }

    private static bool Follows(string text, int at, char wanted)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && text[at] == wanted;
    }

    private static bool IsNameStart(char letter) => char.IsLetter(letter) || letter == '_';
}
