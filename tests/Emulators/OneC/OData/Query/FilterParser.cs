namespace Emulators.OneC;

/// <summary>
/// Reads the filter language into a function of a row. <c>and</c> and <c>or</c> bind alike, from left to right: whoever leaves out parentheses gets another meaning
/// than in C#, which is what the documentation warns of.
/// </summary>
internal sealed class FilterParser
{
    private readonly Tokens tokens;

    private FilterParser(string text) => tokens = Tokens.Of(text);

    public static Func<FilterScope, object?> Parse(string text)
    {
        var parser = new FilterParser(text);
        var expression = parser.Expression();
        return parser.tokens.Current.Kind == TokenKind.End ? expression : throw new ODataException(14, $"Лишнее в выражении: «{parser.tokens.Current.Text}»");
    }

    private Func<FilterScope, object?> Expression()
    {
        var left = Negation();
        while (true)
        {
            var before = left;
            if (tokens.TryTake("and"))
            {
                var right = Negation();
                left = scope => FilterLogic.IsTrue(before(scope)) && FilterLogic.IsTrue(right(scope));
            }
            else if (tokens.TryTake("or"))
            {
                var right = Negation();
                left = scope => FilterLogic.IsTrue(before(scope)) || FilterLogic.IsTrue(right(scope));
            }
            else
            {
                return left;
            }
        }
    }

    private Func<FilterScope, object?> Negation()
    {
        if (tokens.Current is not { Kind: TokenKind.Name, Text: "not" }) return Comparison();
        tokens.Take();
        var inner = Negation();
        return scope => !FilterLogic.IsTrue(inner(scope));
    }

    private Func<FilterScope, object?> Comparison()
    {
        var left = Sum();
        if (tokens.Current is not { Kind: TokenKind.Name, Text: "eq" or "ne" or "gt" or "ge" or "lt" or "le" }) return left;
        var sign = tokens.Take().Text;
        var right = Sum();
        return scope => FilterLogic.Compare(sign, left(scope), right(scope));
    }

    private Func<FilterScope, object?> Sum() => Chain(() => Chain(Value, "mul", "div"), "add", "sub");

    private Func<FilterScope, object?> Chain(Func<Func<FilterScope, object?>> operand, params string[] signs)
    {
        var left = operand();
        while (tokens.Current.Kind == TokenKind.Name && signs.Contains(tokens.Current.Text))
        {
            var (before, sign) = (left, tokens.Take().Text);
            var right = operand();
            left = scope => FilterLogic.Count(sign, before(scope), right(scope));
        }

        return left;
    }

    private Func<FilterScope, object?> Value()
    {
        if (tokens.TryTake("("))
        {
            var inner = Expression();
            tokens.Expect(")");
            return inner;
        }

        var token = tokens.Take();
        if (token.Kind == TokenKind.Literal) return _ => token.Value;
        if (token.Kind != TokenKind.Name) throw new ODataException(14, $"Ожидалось значение, встречено «{token.Text}»");
        return tokens.Current.Text == "(" && tokens.Current.Kind == TokenKind.Mark ? Function(token.Text) : Path(token.Text);
    }

    private Func<FilterScope, object?> Function(string name)
    {
        tokens.Expect("(");
        var arguments = new List<Func<FilterScope, object?>>();
        while (!tokens.TryTake(")"))
        {
            if (arguments.Count > 0) tokens.Expect(",");
            arguments.Add(Expression());
        }

        var function = FilterFunctions.Find(name, arguments.Count);
        if (!tokens.TryTake("/")) return scope => function([.. arguments.Select(argument => argument(scope))]);
        var rest = Names();
        return scope => FilterValues.Follow(scope.Store, function([.. arguments.Select(argument => argument(scope))]), null, rest, 0);
    }

    private Func<FilterScope, object?> Path(string first)
    {
        var path = new List<string> { first };
        while (tokens.TryTake("/"))
        {
            var name = tokens.Take();
            if (name.Text is "any" or "all" && tokens.Current.Text == "(") return Lambda(path, name.Text == "all");
            path.Add(name.Kind == TokenKind.Name ? name.Text : throw new ODataException(14, $"Ожидалось имя, встречено «{name.Text}»"));
        }

        return scope => FilterValues.Of(scope, path);
    }

    private List<string> Names()
    {
        var names = new List<string> { tokens.Take().Text };
        while (tokens.TryTake("/")) names.Add(tokens.Take().Text);
        return names;
    }

    private Func<FilterScope, object?> Lambda(List<string> path, bool all)
    {
        tokens.Expect("(");
        var variable = tokens.Take().Text;
        tokens.Expect(":");
        var condition = Expression();
        tokens.Expect(")");
        var table = path[^1];
        return scope =>
        {
            var rows = scope.Row.Table(table);
            return all ? rows.All(row => FilterLogic.IsTrue(condition(scope.With(variable, row)))) : rows.Any(row => FilterLogic.IsTrue(condition(scope.With(variable, row))));
        };
    }
}
