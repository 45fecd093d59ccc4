namespace Connectors.OneC;

/// <summary>An error as the other side put it.</summary>
/// <param name="Kind">Who speaks.</param>
/// <param name="Status">The HTTP status, or the one the web extension names in place of it.</param>
/// <param name="Code">The code within the document, such as <c>-1</c> of OData; null for none.</param>
/// <param name="Message">The whole text, with the script place.</param>
internal sealed record OneCErrorText(OneCErrorKind Kind, int Status, string? Code, string Message)
{
    /// <summary>Whether the text is for people: pages and empty bodies are not.</summary>
    public bool IsReadable => Kind is not (OneCErrorKind.Empty or OneCErrorKind.Page) && !string.IsNullOrWhiteSpace(Message);
}
