namespace Connectors.Rest;

/// <summary>How a page is asked for: its address and, where the paging parameter stands in the body, its value there.</summary>
internal sealed record PageAsk(string Address, object? InBody = null);
