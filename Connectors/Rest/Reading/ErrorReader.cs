using System.Text.RegularExpressions;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>Reads the answers that are errors.</summary>
internal static partial class ErrorReader
{
    private static readonly (string, ConnectorErrorCode)[] Codes =
    [
        .. new[]
        {
            ConnectorErrorCode.Rejected, ConnectorErrorCode.Conflict, ConnectorErrorCode.InvalidArguments, ConnectorErrorCode.AccessDenied, ConnectorErrorCode.Unavailable,
            ConnectorErrorCode.Busy, ConnectorErrorCode.Timeout, ConnectorErrorCode.TooLarge, ConnectorErrorCode.Failed,
        }.Select(code => (code.ToString(), code)),
    ];

    public static ErrorRule Read(RestErrorSettings settings, IReadOnlyList<RestParameter> parameters, TemplateProblems problems)
    {
        if (settings.Status.Length == 0 && settings.Path.Length == 0) problems.Add("ERROR_FITS_ALL", "status", "Neither a status nor a path is given, so every answer would be this error.", "Не указаны ни статус, ни путь: любой ответ стал бы ошибкой.", "Write \"status\", \"path\" or both.", "Укажите \"status\", \"path\" или оба.");
        if (settings.Value.Length > 0 && settings.Unless.Length > 0) problems.Add("ERROR_VALUE_TWICE", "value", "Both \"value\" and \"unless\" are given.", "Указаны и \"value\", и \"unless\".", "Keep one: value is the error's text, unless the one of success.", "Оставьте одно: value — текст ошибки, unless — текст успеха.");
        if (settings.Path.Length == 0 && settings.Value.Length + settings.Unless.Length > 0) problems.Add("ERROR_PATH_MISSING", "path", "A value is given without its path.", "Значение указано без пути.", "Write the JSONPath of the value, such as $.code.", "Укажите JSONPath значения, например $.code.");
        if (settings.Message.Length == 0) problems.Add("ERROR_MESSAGE_MISSING", "message", "The error has no message.", "У ошибки нет сообщения.", "Write one sentence for the operator; {$.path} takes a text of the answer.", "Напишите одно предложение для оператора; {$.путь} берёт текст из ответа.");
        if (settings.Reason.Length > 0 && !ReasonPattern().IsMatch(settings.Reason)) problems.Add("ERROR_REASON_UNUSABLE", "reason", "The reason is not written in capitals.", "Код причины записан не заглавными.", "Write capitals, digits and underscores, such as NO_STOCK.", "Пишите заглавные латинские буквы, цифры и подчёркивания: NO_STOCK.");
        bool IsParameter(string name) => parameters.Any(parameter => parameter.Answers(name));
        return new ErrorRule(problems.Choice("code", settings.Code, Codes), ErrorText.Read("message", settings.Message, problems, IsParameter))
        {
            Statuses = Statuses("status", settings.Status, problems),
            Pick = problems.Path("path", settings.Path),
            Value = settings.Value.Length == 0 ? null : settings.Value,
            Unless = settings.Unless.Length == 0 ? null : settings.Unless,
            MessageRu = settings.MessageRu.Length == 0 ? null : ErrorText.Read("messageRu", settings.MessageRu, problems, IsParameter),
            Reason = settings.Reason.Length == 0 ? null : settings.Reason,
            Retryable = settings.Retryable,
            InDoubt = settings.InDoubt,
            RetryAfter = settings.RetryAfter.Length == 0 ? null : problems.Duration("retryAfter", settings.RetryAfter),
        };
    }

    public static IReadOnlyList<StatusRange> Statuses(string field, string text, TemplateProblems problems)
    {
        if (StatusRange.Parse(text) is { } ranges) return ranges;
        problems.Add("STATUS_UNREADABLE", field, "This is not an HTTP status.", "Это не статус HTTP.", "Write 409, 4xx or 500-504, several with commas.", "Запишите 409, 4xx или 500-504, несколько — через запятую.");
        return [];
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$")]
    private static partial Regex ReasonPattern();
}
