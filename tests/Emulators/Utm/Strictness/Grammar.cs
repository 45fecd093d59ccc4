using System.Text.RegularExpressions;

namespace Emulators.Utm;

/// <summary>
/// Reads the shape of a document as the format's description writes it: <c>Header{ Number:id Note?:t500 }</c>. A mark behind the name tells how often
/// (<c>? * +</c>), a colon the simple type, <c>(a | b)</c> a choice, <c>pref.Name</c> another namespace, which the elements inside keep, <c>ANYTHING</c> whatever
/// is in the namespace.
/// </summary>
internal sealed partial class Grammar
{
    private readonly string[] tokens;
    private readonly IReadOnlyDictionary<string, string> parts;
    private int at;

    private Grammar(string text, IReadOnlyDictionary<string, string> parts) =>
        (tokens, this.parts) = ([.. Tokens().Matches(text).Select(one => one.Value)], parts);

    public static IReadOnlyList<GrammarNode> Of(string text, IReadOnlyDictionary<string, string> parts) => new Grammar(text, parts).Sequence();

    [GeneratedRegex(@":\[[^\]]*\]|:[a-z0-9]+|[{}()|?*+]|@\w+|[\w.]+")]
    private static partial Regex Tokens();

    private List<GrammarNode> Sequence()
    {
        List<GrammarNode> all = [];
        while (at < tokens.Length && tokens[at] is not ("}" or ")" or "|"))
        {
            var token = tokens[at++];
            if (token[0] == '@') all.AddRange(Of(parts[token[1..]], parts));
            else if (token == "(") all.Add(Choice());
            else all.Add(Element(token));
        }

        return all;
    }

    private GrammarNode Choice()
    {
        List<IReadOnlyList<GrammarNode>> branches = [Sequence()];
        while (tokens[at] == "|")
        {
            at++;
            branches.Add(Sequence());
        }

        at++;
        return Often(new GrammarNode { Branches = branches });
    }

    private GrammarNode Element(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var named = new GrammarNode { Prefix = dot < 0 ? null : token[..dot], Name = token[(dot + 1)..] };
        if (named.Name == "ANYTHING") return named with { Anything = true };
        var node = Often(named);
        if (at < tokens.Length && tokens[at][0] == ':') node = node with { Type = tokens[at++][1..] };
        if (at >= tokens.Length || tokens[at] != "{") return node;
        at++;
        node = node with { Inner = Sequence() };
        at++;
        return node;
    }

    private GrammarNode Often(GrammarNode node)
    {
        if (at >= tokens.Length || tokens[at] is not ("?" or "*" or "+")) return node;
        var mark = tokens[at++];
        return node with { Min = mark == "+" ? 1 : 0, Max = mark == "?" ? 1 : int.MaxValue };
    }
}
