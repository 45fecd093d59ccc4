namespace Connectors.Rest;

/// <summary>The rows of one page and how the next is asked for; null when it was the last.</summary>
internal sealed record RestPage(IReadOnlyList<object?> Rows, PageAsk? Next);
