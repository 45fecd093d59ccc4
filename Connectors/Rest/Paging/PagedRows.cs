using System.Runtime.CompilerServices;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>The rows of a method that come in pages: the first page is read at once, the others when its rows have been taken.</summary>
internal sealed class PagedRows(RestTemplate template, string address, Func<string, CancellationToken, Task<RestAnswer>> send, Func<ConnectorException, ConnectorException> clean)
{
    private const char QueryMark = '?';
    private readonly RestPaging paging = template.Paging!;
    private readonly HashSet<string> seen = [];
    private long rows;
    private int pages;

    /// <summary>Reads the first page and hands back the table: a held one when that is all, otherwise a single-pass one.</summary>
    public async Task<ConnectorTable> TableAsync(CancellationToken cancellationToken)
    {
        var page = await PageAsync(paging.FirstAddress(address), cancellationToken).ConfigureAwait(false);
        var found = template.Result.Columns is null ? new PageColumns(page.Rows) : null;
        var columns = template.Result.Columns?.Columns ?? found!.Columns;
        object?[] Cells(object? row, int number)
        {
            try
            {
                return found?.Cells(row, number) ?? template.Result.Columns!.Cells(row, number, template.ReadsOnly);
            }
            catch (ConnectorException failure)
            {
                throw clean(failure);
            }
        }

        return page.Next is null
            ? new ConnectorTable(columns, [.. page.Rows.Select((row, at) => Cells(row, at + 1))])
            : ConnectorTable.Stream(columns, RowsAsync(page, Cells, cancellationToken));
    }

    /// <summary>Reads all pages into one list.</summary>
    public async Task<List<object?>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<object?>();
        var next = paging.FirstAddress(address);
        while (next is not null)
        {
            var page = await PageAsync(next, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Rows);
            next = page.Next;
        }

        return all;
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(RestPage first, Func<object?, int, object?[]> cells, CancellationToken call, [EnumeratorCancellation] CancellationToken reading = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(call, reading);
        var number = 0;
        for (var page = first; page is not null; page = page.Next is null ? null : await NextAsync(page.Next, both.Token).ConfigureAwait(false))
        {
            foreach (var row in page.Rows) yield return cells(row, ++number);
        }
    }

    // Rows that are read later have left the connector's own call, which cleans the errors of the first page.
    private async Task<RestPage> NextAsync(string at, CancellationToken cancellationToken)
    {
        try
        {
            return await PageAsync(at, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            throw clean(failure);
        }
    }

    private async Task<RestPage> PageAsync(string at, CancellationToken cancellationToken)
    {
        if (pages++ == paging.MaxPages) throw ResultErrors.MorePages(paging.MaxPages);
        if (!seen.Add(at)) throw ResultErrors.PagingRing(at.Split(QueryMark)[0]);
        var answer = await send(at, cancellationToken).ConfigureAwait(false);
        if (template.IsEmpty(answer.Response.Status)) return new RestPage([], null);
        var found = template.Result.Rows(answer, template.ReadsOnly) ?? [];
        rows += found.Count;
        if (rows > paging.MaxRows) throw ResultErrors.MoreRows(paging.MaxRows);
        return new RestPage(found, paging.NextAddress(answer, found.Count, pages, address));
    }
}
