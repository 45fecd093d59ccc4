using System.Runtime.CompilerServices;
using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>The rows of a plan: the next page is fetched when the caller has read the one before, and nothing but one row is held.</summary>
/// <remarks>The caller's deadline is that of the first page: once rows flow, each of them has the limit of the call.</remarks>
internal sealed class RowSource(ODataClient client, ReadPlan plan, OneCCall? call) : IAsyncDisposable
{
    // A base that keeps sending links to empty pages would never end.
    private const int MaxEmptyPages = 100;
    private OpenPage? open;
    private int emptyPages;

    /// <summary>Opens the first page, so that a refusal is told before any row.</summary>
    public async Task StartAsync(OneCCall? first, CancellationToken cancellationToken) =>
        open = await client.OpenAsync(plan.Address(plan.Filters[0], plan.Skip, Wanted(plan.Top)), first, cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var filter in plan.Filters)
        {
            var skip = plan.Skip;
            var rest = plan.Top;
            while (true)
            {
                var wanted = Wanted(rest);
                open ??= await client.OpenAsync(plan.Address(filter, skip, wanted), call, cancellationToken).ConfigureAwait(false);
                var taken = 0L;
                for (var more = true; more; more = await FollowAsync(cancellationToken).ConfigureAwait(false))
                {
                    while (await open.Page.NextRowAsync(plan.Layout, cancellationToken).ConfigureAwait(false) is { } row)
                    {
                        if (rest == taken) yield break;
                        taken++;
                        yield return row;
                    }
                }

                await CloseAsync().ConfigureAwait(false);
                if (plan.PageSize is null || taken < wanted) break;
                skip += taken;
                rest -= taken;
                if (rest == 0) break;
            }
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    private long? Wanted(long? rest) => plan.PageSize is { } size ? Math.Min(size, rest ?? size) : rest;

    // Goes on to the page the answer links to, where the base pages by itself.
    private async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        open!.Done();
        if (open.Page.NextLink is not { Length: > 0 } link) return false;
        emptyPages = open.Page.Rows == 0 ? emptyPages + 1 : 0;
        if (emptyPages > MaxEmptyPages) throw ODataErrors.Unreadable("its pages go on without rows", "страницы без строк не кончаются", link);
        var address = NextLink.Below(link, client.Root);
        await CloseAsync().ConfigureAwait(false);
        open = await client.OpenAsync(address, call, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask CloseAsync()
    {
        if (open is not { } page) return;
        open = null;
        await page.DisposeAsync().ConfigureAwait(false);
    }
}
