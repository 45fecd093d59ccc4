using System.Text;

namespace Connectors.ChestnyZnak;

/// <summary>Reads CSV as RFC 4180 has it: quoted fields may hold separators, quotes and line breaks.</summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly StringBuilder field = new();

    /// <summary>The fields of the next line; null at the end.</summary>
    public IReadOnlyList<string>? Next()
    {
        if (text.Peek() < 0) return null;
        var fields = new List<string>();
        while (true)
        {
            fields.Add(Field());
            var after = text.Read();
            if (after == ',') continue;
            if (after == '\r' && text.Peek() == '\n') text.Read();
            return fields;
        }
    }

    private string Field()
    {
        field.Clear();
        if (text.Peek() != '"')
        {
            while (text.Peek() is >= 0 and not (',' or '\r' or '\n')) field.Append((char)text.Read());
            return field.ToString();
        }

        text.Read();
        while (text.Read() is >= 0 and var letter)
        {
            if (letter != '"') field.Append((char)letter);
            else if (text.Peek() == '"') field.Append((char)text.Read());
            else break;
        }

        return field.ToString();
    }
}
