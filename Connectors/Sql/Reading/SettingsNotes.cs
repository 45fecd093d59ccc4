using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Collects what is wrong with the settings, so that all of it is told at once.</summary>
internal sealed class SettingsNotes
{
    private readonly List<ConnectorProblem> problems = [];

    public IReadOnlyList<ConnectorProblem> Problems => problems;

    public void Add(string code, string field, string message, string messageRu, string nextStep, string nextStepRu) =>
        problems.Add(new ConnectorProblem(code, field, message, nextStep) { MessageRu = messageRu, NextStepRu = nextStepRu });

    public void ThrowIfAny()
    {
        if (problems.Count > 0) throw new ConnectorSettingsException(problems);
    }

    /// <summary>Reads a duration written as <c>hh:mm:ss</c>; a bare number is refused.</summary>
    public TimeSpan Duration(string field, string text)
    {
        if (TimeSpan.TryParseExact(text, [@"h\:mm\:ss", @"hh\:mm\:ss", @"hh\:mm\:ss\.FFF"], System.Globalization.CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero) return span;
        Add("DURATION_UNREADABLE", field, $"'{text}' is not a duration above zero.", $"«{text}» — не длительность больше нуля.", "Write it as hh:mm:ss, such as 00:00:25; a bare number is refused.", "Запишите её как чч:мм:сс, например 00:00:25; просто число не принимается.");
        return TimeSpan.FromSeconds(25);
    }

    /// <summary>Finds one of a few words, compared without case.</summary>
    public T? Choice<T>(string field, string text, params (string Word, T Value)[] words)
        where T : struct
    {
        foreach (var (word, value) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        var known = string.Join(", ", words.Select(word => word.Word));
        Add("WORD_UNKNOWN", field, $"'{text}' is not known here.", $"Значение «{text}» здесь неизвестно.", $"Write one of: {known}.", $"Напишите одно из: {known}.");
        return null;
    }

    /// <summary>Finds the kind of values with a name.</summary>
    public ValueKind? Kind(string field, string text)
    {
        if (ConnectorValues.TryParseKind(text, out var kind) && kind != ValueKind.Null) return kind;
        var known = string.Join(", ", Enum.GetValues<ValueKind>().Where(one => one != ValueKind.Null).Select(ConnectorValues.NameOf));
        Add("TYPE_UNKNOWN", field, $"'{text}' is not a kind of value.", $"«{text}» — не вид значения.", $"Write one of: {known}.", $"Напишите одно из: {known}.");
        return null;
    }
}
