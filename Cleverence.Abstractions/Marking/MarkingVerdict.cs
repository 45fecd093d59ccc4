namespace Cleverence.Connectivity.Marking;

/// <summary>Why a text is not a code, and where.</summary>
/// <param name="Reason">The reason; <see cref="MarkingReason.None"/> when it is a code.</param>
/// <param name="Index">The index of the character at fault in the text as it was given; -1 when no one character is to blame.</param>
/// <param name="Character">The character at fault, where there is one.</param>
/// <param name="Expected">The check digit that would be right, where that is the fault.</param>
public readonly record struct MarkingVerdict(MarkingReason Reason, int Index = -1, char Character = '\0', char Expected = '\0')
{
    /// <summary>One English sentence: what is wrong and what to do. It never holds the code.</summary>
    public string Message => MarkingTexts.English(this);

    /// <summary>The same sentence in Russian.</summary>
    public string MessageRu => MarkingTexts.Russian(this);

    /// <summary>The sentence in the language asked for, or the English one.</summary>
    /// <param name="language">A language tag such as <c>ru</c> or <c>ru-RU</c>.</param>
    /// <returns>The sentence.</returns>
    public string MessageFor(string? language) =>
        language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true ? MessageRu : Message;

    /// <summary>The verdict as the error of a call that was given the text.</summary>
    /// <returns>An error with both sentences and a reason such as <c>MARKING_BAD_CHECK_DIGIT</c>.</returns>
    public ConnectorError ToError() =>
        new(ConnectorErrorCode.InvalidArguments, Message) { MessageRu = MessageRu, Reason = MarkingTexts.Code(Reason) };
}
