using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>One line of a report: an organisation's hosts, or a local module or service of a store.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">How it is.</param>
/// <param name="TextRu">The same in Russian.</param>
internal sealed record PermissiveLine(string Subject, string Text, string TextRu)
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public ConnectorError? Error { get; init; }

    public static PermissiveLine Good(string subject, string text, string textRu) => new(subject, text, textRu);

    public static PermissiveLine Bad(string subject, string text, string textRu, string reason) =>
        Bad(subject, new ConnectorError(ConnectorErrorCode.Unavailable, $"{subject}: {text}.") { MessageRu = $"{subject}: {textRu}.", Reason = reason, Retryable = true }) with { Text = text, TextRu = textRu };

    public static PermissiveLine Bad(string subject, ConnectorError error) => new(subject, error.Message, error.MessageRu ?? error.Message) { Error = error };
}
