using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>An answer that is read as it comes; disposing it gives the place and the session back.</summary>
internal sealed class OneCStream(TransportStream stream, OneCLease lease, TimeProvider time) : IAsyncDisposable
{
    private const int ErrorLimit = 1024 * 1024;
    private bool whole;

    public int Status => stream.Status;

    public string ContentType => stream.FullContentType;

    public Stream Body => stream.Body;

    /// <summary>The body was read to its end: the session is free for the next call.</summary>
    public void Done() => whole = true;

    public async ValueTask DisposeAsync()
    {
        // The place comes back even where closing the answer fails.
        using (lease)
        {
            if (whole) lease.Session?.Keep(null, time.GetTimestamp());
            else lease.Lose();
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads an answer of failure to its end, as far as it is of use.</summary>
    public static async Task<OneCAnswer> ReadAnswerAsync(TransportStream stream, string target, MethodSafety safety, bool inSession, CancellationToken cancellationToken)
    {
        var buffer = new byte[ErrorLimit];
        var length = await stream.Body.ReadAtLeastAsync(buffer, ErrorLimit, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString(buffer, 0, length).TrimStart('\uFEFF');
        return new OneCAnswer(target, stream.Status, text) { ContentType = stream.FullContentType, Safety = safety, InSession = inSession, Location = stream.Header("Location") };
    }
}
