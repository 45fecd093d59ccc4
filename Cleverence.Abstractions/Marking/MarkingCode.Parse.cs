using System.Diagnostics.CodeAnalysis;

namespace Cleverence.Connectivity.Marking;

/// <content>Reading.</content>
public sealed partial class MarkingCode
{
    /// <summary>Reads a scanned text, and mends what scanners damage where there is one way only.</summary>
    /// <param name="text">The text as it came; anything, null included.</param>
    /// <param name="code">The code.</param>
    /// <returns>Whether it is a code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MarkingCode? code) => TryParse(text, null, out code, out _);

    /// <summary>Reads a scanned text, and tells why it is no code.</summary>
    /// <param name="text">The text as it came; anything, null included.</param>
    /// <param name="options">What is known about the text; null for nothing.</param>
    /// <param name="code">The code.</param>
    /// <param name="verdict">Why it is no code; always with a reason when the answer is false.</param>
    /// <returns>Whether it is a code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, MarkingParseOptions? options, [NotNullWhen(true)] out MarkingCode? code, out MarkingVerdict verdict)
    {
        code = MarkingParser.Read(text, text, options ?? MarkingParseOptions.Default, out verdict);
        return code is not null;
    }

    /// <summary>Reads a scanned text that lies in a buffer; it is copied only when it is a code.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="options">What is known about the text; null for nothing.</param>
    /// <param name="code">The code.</param>
    /// <param name="verdict">Why it is no code; always with a reason when the answer is false.</param>
    /// <returns>Whether it is a code.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, MarkingParseOptions? options, [NotNullWhen(true)] out MarkingCode? code, out MarkingVerdict verdict)
    {
        code = MarkingParser.Read(text, null, options ?? MarkingParseOptions.Default, out verdict);
        return code is not null;
    }

    /// <summary>Reads a scanned text that must be a code.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="options">What is known about the text; null for nothing.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ConnectorException">It is no code: <see cref="ConnectorErrorCode.InvalidArguments"/> with the verdict's sentences.</exception>
    public static MarkingCode Parse(string? text, MarkingParseOptions? options = null) =>
        TryParse(text, options, out var code, out var verdict) ? code : throw new ConnectorException(verdict.ToError());

    /// <summary>Reads a scanned text that lies in a buffer and must be a code.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="options">What is known about the text; null for nothing.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ConnectorException">It is no code: <see cref="ConnectorErrorCode.InvalidArguments"/> with the verdict's sentences.</exception>
    public static MarkingCode Parse(ReadOnlySpan<char> text, MarkingParseOptions? options = null) =>
        TryParse(text, options, out var code, out var verdict) ? code : throw new ConnectorException(verdict.ToError());
}
