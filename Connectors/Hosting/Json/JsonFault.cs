using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>What is wrong at one place of a body; <see cref="InvokeJson"/> adds where that is and makes the caller's error of it.</summary>
internal sealed class JsonFault(long offset, string text, string textRu) : Exception(text)
{
    /// <summary>Where the wrong token begins, in bytes.</summary>
    public long Offset { get; } = offset;

    public string TextRu { get; } = textRu;

    public ConnectorErrorCode Code { get; init; } = ConnectorErrorCode.InvalidArguments;
}
