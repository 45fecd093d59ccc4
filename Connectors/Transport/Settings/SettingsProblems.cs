using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Collects everything wrong with a connector's settings, so that all is told at once.</summary>
public sealed class SettingsProblems
{
    private readonly List<ConnectorProblem> found = [];

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<ConnectorProblem> All => found;

    /// <summary>Whether anything was found that is more than a warning.</summary>
    public bool Any => found.Exists(problem => !problem.IsWarning);

    /// <summary>Adds a problem. Values of secret fields must not be named.</summary>
    /// <param name="code">A stable name in capitals.</param>
    /// <param name="field">The path within the settings.</param>
    /// <param name="message">The cause, in one sentence.</param>
    /// <param name="messageRu">The same in Russian.</param>
    /// <param name="nextStep">What to do, in one sentence.</param>
    /// <param name="nextStepRu">The same in Russian.</param>
    public void Add(string code, string field, string message, string messageRu, string nextStep, string nextStepRu) =>
        Add(new ConnectorProblem(code, field, message, nextStep) { MessageRu = messageRu, NextStepRu = nextStepRu });

    /// <summary>Adds a problem made elsewhere.</summary>
    /// <param name="problem">The problem.</param>
    public void Add(ConnectorProblem problem) => found.Add(problem ?? throw new ArgumentNullException(nameof(problem)));

    /// <summary>Ends the construction of a connector whose settings cannot be used.</summary>
    /// <exception cref="ConnectorSettingsException">Something more than a warning was found.</exception>
    public void ThrowIfAny()
    {
        if (Any) throw new ConnectorSettingsException(found);
    }

    /// <summary>Reads a duration written as <c>hh:mm:ss</c>, with or without a fraction.</summary>
    /// <param name="field">The path within the settings.</param>
    /// <param name="text">The text.</param>
    /// <param name="otherwise">What stands in for a text that cannot be read.</param>
    /// <param name="most">The longest duration that makes sense; a day unless told.</param>
    /// <returns>The duration, above zero.</returns>
    public TimeSpan Duration(string field, string? text, TimeSpan otherwise, TimeSpan? most = null)
    {
        if (!TryParseDuration(text, out var duration))
        {
            Add("DURATION_UNREADABLE", field, $"'{Shown(text)}' is not a duration above zero.", $"«{Shown(text)}» — не промежуток времени больше нуля.",
                "Write it as hh:mm:ss, such as 00:00:25; a bare number is refused.", "Запишите его как чч:мм:сс, например 00:00:25; просто число не годится.");
            return otherwise;
        }

        var limit = most ?? TimeSpan.FromDays(1);
        if (duration <= limit) return duration;
        Add("DURATION_TOO_LONG", field, $"'{Shown(text)}' is longer than {limit:c}.", $"«{Shown(text)}» больше {limit:c}.", $"Write a duration of at most {limit:c}.", $"Укажите не больше {limit:c}.");
        return otherwise;
    }

    /// <summary>Checks a number against its range.</summary>
    /// <param name="field">The path within the settings.</param>
    /// <param name="number">The number.</param>
    /// <param name="least">The smallest allowed.</param>
    /// <param name="most">The largest allowed.</param>
    /// <returns>The number, brought into the range.</returns>
    public long Number(string field, long number, long least, long most)
    {
        if (number < least || number > most)
        {
            Add("NUMBER_OUT_OF_RANGE", field, $"{number} is out of range.", $"Значение {number} вне допустимых пределов.", $"Write a number from {least} to {most}.", $"Укажите число от {least} до {most}.");
        }

        return Math.Clamp(number, least, most);
    }

    /// <summary>Reads one of a few words, compared without case.</summary>
    /// <typeparam name="T">What the words stand for.</typeparam>
    /// <param name="field">The path within the settings.</param>
    /// <param name="text">The text.</param>
    /// <param name="choices">The words and what they stand for; the first stands in for an unknown one.</param>
    /// <returns>What the word stands for.</returns>
    public T Choice<T>(string field, string? text, params (string Word, T Value)[] choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        foreach (var (word, value) in choices)
        {
            if (word.Equals(text?.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }

        var words = string.Join(", ", choices.Select(choice => choice.Word));
        Add("CHOICE_UNKNOWN", field, $"'{Shown(text)}' is not known here.", $"Значение «{Shown(text)}» неизвестно.", $"Write one of: {words}.", $"Укажите одно из: {words}.");
        return choices[0].Value;
    }

    /// <summary>Reads the address of a system: http or https, a host and perhaps a path, nothing more.</summary>
    /// <param name="field">The path within the settings.</param>
    /// <param name="text">The text.</param>
    /// <param name="query">Whether it may have a query.</param>
    /// <returns>The address, or null when it cannot be used.</returns>
    public Uri? Address(string field, string? text, bool query = false) => AddressText.Read(this, field, text, query);

    /// <summary>Tells that a field is empty and must not be.</summary>
    /// <param name="field">The path within the settings.</param>
    /// <param name="text">The text.</param>
    /// <param name="code">The problem's code.</param>
    /// <returns>Whether there is a text.</returns>
    public bool Given(string field, string? text, string code)
    {
        if (!string.IsNullOrWhiteSpace(text)) return true;
        Add(code, field, $"'{field}' is empty.", $"Поле «{field}» пусто.", $"Write '{field}'; a secret is written as a reference: {{ \"secret\": \"name\" }}.", $"Заполните «{field}»; секрет указывают ссылкой: {{ \"secret\": \"имя\" }}.");
        return false;
    }

    /// <summary>Checks that a file named in the settings is there.</summary>
    /// <param name="field">The path within the settings.</param>
    /// <param name="path">The file.</param>
    /// <returns>Whether it is there.</returns>
    public bool File(string field, string path)
    {
        if (System.IO.File.Exists(path)) return true;
        Add("FILE_NOT_FOUND", field, $"There is no file '{Shown(path)}'.", $"Нет файла «{Shown(path)}».", "Check the path; a relative one is looked for in the server's working folder.", "Проверьте путь; относительный ищется в рабочей папке сервера.");
        return false;
    }

    /// <summary>Reads a duration written as <c>hh:mm:ss</c>, with or without a fraction.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration, above zero.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParseDuration(string? text, out TimeSpan duration) =>
        TimeSpan.TryParseExact(text, [@"h\:mm\:ss", @"hh\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF"], CultureInfo.InvariantCulture, out duration) && duration > TimeSpan.Zero;

    private static string Shown(string? text) => text is null ? "" : text.Length <= 40 ? text : $"{text[..39]}…";
}
