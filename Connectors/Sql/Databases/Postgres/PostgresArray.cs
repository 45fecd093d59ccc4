using System.Text;

namespace Connectors.Sql;

/// <summary>Reads the text form of an array: <c>{1,2,NULL}</c>, <c>{"a b","c\"d"}</c>, nested braces for more dimensions.</summary>
internal static class PostgresArray
{
    public static List<object?> Read(string text, Func<string, object> item)
    {
        // Bounds other than from 1 stand before: [0:2]={…}.
        var at = text.IndexOf('{', StringComparison.Ordinal);
        if (at < 0) throw UnreadableValueException.NotA("an array", text);
        return Items(text, ref at, item);
    }

    private static List<object?> Items(string text, ref int at, Func<string, object> item)
    {
        var items = new List<object?>();
        for (at++; at < text.Length && text[at] != '}';)
        {
            if (text[at] == ',') at++;
            else if (text[at] == '{') items.Add(Items(text, ref at, item));
            else if (text[at] == '"') items.Add(item(Quoted(text, ref at)));
            else items.Add(Plain(text, ref at) is var word && word == "NULL" ? null : item(word));
        }

        at++;
        return items;
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\') at++;
            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '}')) at++;
        return text[start..at];
    }
}
