namespace Connectors.OneC.OData;

/// <summary>A page and the answer it is read from.</summary>
internal sealed class OpenPage(ODataPage page, OneCStream stream) : IAsyncDisposable
{
    public ODataPage Page { get; } = page;

    /// <summary>All of it was read: the session of 1C is free for the next request.</summary>
    public void Done() => stream.Done();

    public ValueTask DisposeAsync()
    {
        Page.Dispose();
        return stream.DisposeAsync();
    }
}
