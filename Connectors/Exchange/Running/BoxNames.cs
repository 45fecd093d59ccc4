using System.Globalization;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>The names of items that came under a remote id which was used before: <c>id</c>, <c>id#2</c>, <c>id#3</c> …</summary>
internal static class BoxNames
{
    private const char Mark = '#';

    /// <summary>The name of the n-th item under an id.</summary>
    public static string Of(string remoteId, int number) => number == 1 ? remoteId : string.Create(CultureInfo.InvariantCulture, $"{remoteId}{Mark}{number}");

    /// <summary>The number within the items of its id.</summary>
    public static int NumberOf(string name) => Split(name).Number;

    /// <summary>An item as the box knows it.</summary>
    public static IncomingItem InBox(IncomingItem item) => Split(item.RemoteId) is { Number: > 1 } split ? item with { RemoteId = split.RemoteId } : item;

    private static (string RemoteId, int Number) Split(string name)
    {
        var at = name.LastIndexOf(Mark);
        return at > 0 && int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? (name[..at], number) : (name, 1);
    }
}
