using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>The pages of a template: where the first one is, and what follows a page.</summary>
internal sealed record RestPaging(PagingKind Kind)
{
    /// <summary>Where the link or cursor stands; null for the header <c>Link</c>.</summary>
    public JsonPick? Link { get; init; }

    public string Parameter { get; init; } = "";

    public long FirstNumber { get; init; }

    public long Step { get; init; }

    public int Size { get; init; }

    public JsonPick? More { get; init; }

    public int MaxPages { get; init; }

    public int MaxRows { get; init; }

    /// <summary>Whether the parameter stands in the body and not in the query.</summary>
    public bool InBody { get; init; }

    /// <summary>How the first page is asked for.</summary>
    public PageAsk First(string address) => Kind == PagingKind.Page ? With(address, FirstNumber) : new PageAsk(address);

    /// <summary>How the page after one is asked for; null when that was the last.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="done">The number of pages read.</param>
    /// <param name="first">The address of the call, without a page.</param>
    public PageAsk? Next(RestAnswer answer, int rows, int done, string first)
    {
        if (More is not null && (!More.TryFind(answer, out var more) || !Says(more))) return null;
        return Kind switch
        {
            // Where the service says whether there is more, its word counts: it may filter a page after cutting it, or cap its size.
            PagingKind.Page => More is null && (rows == 0 || rows < Size) ? null : With(first, FirstNumber + (Step * done)),
            PagingKind.Cursor => Found(answer) is { } cursor && ConnectorValues.ToText(cursor).Length > 0 ? With(first, cursor) : null,
            _ => (Link is null ? NextLink.OfHeader(answer.Response) : Found(answer) is { } link && ConnectorValues.ToText(link) is { Length: > 0 } text ? NextLink.Resolve(text, answer.Response.Address) : null) is { } next ? new PageAsk(next) : null,
        };
    }

    private object? Found(RestAnswer answer) => Link!.TryFind(answer, out var found) ? found : null;

    // A word that is neither yes nor no must not end the rows as if it were no.
    private bool Says(object? more) => more switch
    {
        null or false or "" or "0" => false,
        true or "1" => true,
        long or decimal => Convert.ToDecimal(more, CultureInfo.InvariantCulture) > 0,
        string text when bool.TryParse(text, out var says) => says,
        _ => throw ResultErrors.WrongMore(More!.Path, ConnectorValues.ToText(more)),
    };

    private PageAsk With(string address, object value) => InBody
        ? new PageAsk(address, value)
        : new PageAsk($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(Parameter)}={Uri.EscapeDataString(ConnectorValues.ToText(value))}");
}
