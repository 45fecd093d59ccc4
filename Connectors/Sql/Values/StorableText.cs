using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>Refuses text that a database would change without a word: the character of code 0, and half of a surrogate pair.</summary>
internal static class StorableText
{
    public static ArgumentProblem? ProblemOf(object? value) => value switch
    {
        string text => OfText(text),
        ConnectorRecord record => record.Select(field => OfText(field.Key) ?? ProblemOf(field.Value)).FirstOrDefault(problem => problem is not null),
        ConnectorTable { IsStream: false } table => table.Rows.SelectMany(row => row).Select(ProblemOf).FirstOrDefault(problem => problem is not null),
        byte[] => null,
        IReadOnlyList<object?> list => list.Select(ProblemOf).FirstOrDefault(problem => problem is not null),
        _ => null,
    };

    private static ArgumentProblem? OfText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return new("holds the character of code 0, which databases do not keep", "содержит символ с кодом 0, который базы не хранят");
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return new("holds half of a surrogate pair, which is not text", "содержит половину суррогатной пары, это не текст");
            i++;
        }

        return null;
    }
}
