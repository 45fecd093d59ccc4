using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Items that came twice under different ids.</summary>
internal static class IncomingTwins
{
    /// <summary>What makes an item a repetition: the same bytes in answer to the same message. Two questions may be answered alike, and each waits for its own answer.</summary>
    public static (string Hash, string? ReplyTo) KeyOf(StoredIncoming item) => (item.Hash, item.Item.ReplyTo);

    /// <summary>What the protocol says about the second one.</summary>
    public static string Describe(StoredIncoming twin) => $"A repetition of '{twin.Item.RemoteId}' without effect.";
}
