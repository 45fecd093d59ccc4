using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>The pages of a template: where the first one is, and what follows a page.</summary>
internal sealed record RestPaging(PagingKind Kind)
{
    /// <summary>Where the link or cursor stands; null for the header <c>Link</c>.</summary>
    public JsonPick? Next { get; init; }

    public string Parameter { get; init; } = "";

    public long First { get; init; }

    public long Step { get; init; }

    public int Size { get; init; }

    public JsonPick? More { get; init; }

    public int MaxPages { get; init; }

    public int MaxRows { get; init; }

    /// <summary>The address of the first page.</summary>
    public string FirstAddress(string address) => Kind == PagingKind.Page ? With(address, Number(0)) : address;

    /// <summary>The address of the page after one; null when that was the last.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="done">The number of pages read.</param>
    /// <param name="first">The address of the call, without a page.</param>
    public string? NextAddress(RestAnswer answer, int rows, int done, string first)
    {
        if (More is not null && (!More.TryFind(answer, out var more) || !Says(more))) return null;
        return Kind switch
        {
            PagingKind.Page => rows == 0 || rows < Size ? null : With(first, Number(done)),
            PagingKind.Cursor => Text(answer) is { Length: > 0 } cursor ? With(first, cursor) : null,
            _ => Next is null ? NextLink.OfHeader(answer.Response) : Text(answer) is { Length: > 0 } link ? NextLink.Resolve(link, answer.Response.Address) : null,
        };
    }

    private string? Text(RestAnswer answer) => Next!.TryFind(answer, out var found) ? ConnectorValues.ToText(found) : null;

    private static bool Says(object? more) => more is true || (more is string text && text.Equals("true", StringComparison.OrdinalIgnoreCase)) || (more is long number && number > 0);

    private string Number(int page) => (First + (Step * page)).ToString(CultureInfo.InvariantCulture);

    private string With(string address, string value) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(Parameter)}={Uri.EscapeDataString(value)}";
}
