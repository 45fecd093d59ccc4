using System.Globalization;

namespace Emulators.OneC;

/// <summary>Splits filters, keys and arguments into tokens.</summary>
internal sealed class Tokens
{
    private readonly List<Token> all = [];
    private int at;

    private Tokens()
    {
    }

    public Token Current => at < all.Count ? all[at] : new Token(TokenKind.End, "");

    public Token Next => at + 1 < all.Count ? all[at + 1] : new Token(TokenKind.End, "");

    public Token Take()
    {
        var token = Current;
        at++;
        return token;
    }

    public bool TryTake(string text)
    {
        if (Current.Kind == TokenKind.Literal || Current.Text != text) return false;
        at++;
        return true;
    }

    public void Expect(string text)
    {
        if (!TryTake(text)) throw new ODataException(14, $"Ожидалось «{text}», встречено «{Current.Text}»");
    }

    public static Tokens Of(string text)
    {
        var tokens = new Tokens();
        var position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position])) position++;
            else tokens.all.Add(Read(text, ref position));
        }

        return tokens;
    }

    private static Token Read(string text, ref int position)
    {
        var sign = text[position];
        if (sign == '\'') return new Token(TokenKind.Literal, "", Quoted(text, ref position));
        if (char.IsDigit(sign) || (sign == '-' && position + 1 < text.Length && char.IsDigit(text[position + 1]))) return Number(text, ref position);
        if (!char.IsLetter(sign) && sign != '_')
        {
            position++;
            return "(),/:=".Contains(sign, StringComparison.Ordinal) ? new Token(TokenKind.Mark, sign.ToString()) : throw new ODataException(14, $"Неизвестный символ «{sign}»");
        }

        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_')) position++;
        var name = text[start..position];
        if (position < text.Length && text[position] == '\'' && name is "guid" or "datetime") return Typed(name, Quoted(text, ref position));
        return name switch
        {
            "true" => new Token(TokenKind.Literal, "", true),
            "false" => new Token(TokenKind.Literal, "", false),
            "null" => new Token(TokenKind.Literal, ""),
            _ => new Token(TokenKind.Name, name),
        };
    }

    private static Token Typed(string name, string text) => name == "guid"
        ? Guid.TryParseExact(text, "D", out var key) ? new Token(TokenKind.Literal, "", key) : throw new ODataException(14, $"Неверный литерал guid'{text}'")
        : DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new Token(TokenKind.Literal, "", date)
        : throw new ODataException(14, $"Неверный литерал datetime'{text}'");

    private static string Quoted(string text, ref int position)
    {
        var value = new System.Text.StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] != '\'') value.Append(text[position]);
            else if (position + 1 < text.Length && text[position + 1] == '\'') value.Append(text[position++]);
            else
            {
                position++;
                return value.ToString();
            }
        }

        throw new ODataException(14, "Строка не закрыта");
    }

    private static Token Number(string text, ref int position)
    {
        var start = position++;
        while (position < text.Length && (char.IsDigit(text[position]) || text[position] == '.')) position++;
        var number = decimal.Parse(text.AsSpan(start, position - start), NumberStyles.Number, CultureInfo.InvariantCulture);
        if (position < text.Length && "LlMmDdFf".Contains(text[position], StringComparison.Ordinal)) position++;
        return new Token(TokenKind.Literal, "", number);
    }
}
