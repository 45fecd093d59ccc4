namespace Connectors.Rest;

/// <summary>The rows of one page and the address of the next; null when it was the last.</summary>
internal sealed record RestPage(IReadOnlyList<object?> Rows, string? Next);
