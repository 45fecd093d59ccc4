using System.Xml;

namespace Connectors.Egais;

/// <summary>The simple types of the registry's schemas, checked; what is wrong is gathered with its place.</summary>
internal sealed class OutgoingChecks(List<BuildProblem> problems)
{
    private readonly HashSet<string> marks = new(StringComparer.Ordinal);

    public void Add(string path, string rule, string ruleRu) => problems.Add(new BuildProblem(path, rule, ruleRu));

    public void Missing(string path) => Add(path, "is missing", "не заполнено");

    /// <summary>A number, an identity, a registry's number: 1 to 50 characters without blanks around.</summary>
    public void Id(string path, string? value, int most = 50)
    {
        if (string.IsNullOrEmpty(value)) Missing(path);
        else OptionalText(path, value, most);
    }

    public void Text(string path, string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value)) Missing(path);
        else OptionalText(path, value, most);
    }

    public void OptionalText(string path, string? value, int most = int.MaxValue)
    {
        if (value is null) return;
        if (value.Length > most) Add(path, $"has {value.Length} characters; at most {most} are allowed", $"{value.Length} знаков; допустимо не больше {most}");
        if (value.Length != value.Trim().Length) Add(path, "begins or ends with a blank", "начинается или кончается пробелом");
        if (!IsXml(value)) Add(path, "holds a character that XML cannot carry", "содержит знак, недопустимый в XML");
    }

    public void Day(string path, DateOnly day)
    {
        if (day == default) Missing(path);
        else if (day.Year is < 2000 or > 2100) Add(path, "lies outside the years 2000 to 2100", "год не от 2000 до 2100");
    }

    public void Positive(string path, decimal? number)
    {
        if (number is null or <= 0) Add(path, "must be greater than 0", "должно быть больше 0");
    }

    public void NotNegative(string path, decimal? number)
    {
        if (number < 0) Add(path, "must not be less than 0", "не должно быть меньше 0");
    }

    public void Percent(string path, decimal? number)
    {
        if (number is < 0 or > 100) Add(path, "must be from 0 to 100", "должно быть от 0 до 100");
    }

    public void Digits(string path, string? value, params ReadOnlySpan<int> lengths)
    {
        if (value is null) return;
        if (lengths.Contains(value.Length) && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return;
        var allowed = string.Join(", ", lengths.ToArray());
        Add(path, $"must be digits, {allowed} of them", $"должны быть цифры, количество: {allowed}");
    }

    public void OneOf(string path, string? value, params ReadOnlySpan<string> allowed)
    {
        if (string.IsNullOrEmpty(value)) Missing(path);
        else if (!allowed.Contains(value)) Add(path, $"is not one of {string.Join(", ", allowed!)}", $"не одно из: {string.Join(", ", allowed!)}");
    }

    /// <summary>Names each value that stood there before, and does not speak of empty ones: those are missing.</summary>
    public void Unique(IEnumerable<(string Path, string? Value)> values, string rule, string ruleRu)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, value) in values)
        {
            if (!string.IsNullOrEmpty(value) && !seen.Add(value)) Add(path, rule, ruleRu);
        }
    }

    /// <summary>Marks of a place; a mark stands once in a document.</summary>
    public void Marks(string path, IReadOnlyList<string> found, bool areBeer)
    {
        for (var at = 0; at < found.Count; at++)
        {
            var isGood = areBeer ? MarkPattern.IsBeer(found[at]) : IsExcise(found[at]);
            if (!isGood) Add($"{path}[{at}]", $"is not a mark: {found[at].Length} characters, or not those of a mark", $"не марка: {found[at].Length} знаков, либо знаки не те");
            else if (!marks.Add(found[at])) Add($"{path}[{at}]", "the mark stands in the document twice", "марка указана в документе дважды");
        }
    }

    public void Box(string path, string? number)
    {
        if (number is not null && !MarkPattern.IsBox(number)) Add(path, "is not the number of a box: 18 or 26 digits", "не номер упаковки: нужно 18 или 26 цифр");
    }

    /// <summary>An excise mark: of 150, 68 or 40 characters.</summary>
    public static bool IsExcise(string mark) => MarkPattern.IsNew(mark) || MarkPattern.IsOld(mark) || MarkPattern.IsOther(mark);

    private static bool IsXml(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) continue;
            if (at + 1 >= text.Length || !XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) return false;
            at++;
        }

        return true;
    }
}
