using System.Globalization;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>The out-box: what the registry sent, until somebody removes it.</summary>
internal static class OutBox
{
    public static Reply List(UtmHost host, UtmRequest request)
    {
        var (world, options) = (host.Emulator.World, host.Emulator.Options);
        IEnumerable<BoxEntry> entries = world.OutBox(host.FsrarId);
        if (request.Segment(2) is { Length: > 0 } type) entries = entries.Where(one => one.Type.Equals(type, StringComparison.OrdinalIgnoreCase));
        if (request.Ask("replyId") is { } replyId) entries = entries.Where(one => one.ReplyId == Bare(replyId));
        if (options.FilterByDocType && request.Ask("docType") is { } docType) entries = entries.Where(one => one.Type.Equals(docType, StringComparison.OrdinalIgnoreCase));
        if (options.ShuffleLists) entries = Shuffled(entries, world.Next("shuffle"));
        return Answers.List(entries.Select(one => Entry(host, one)));
    }

    public static Reply Read(UtmHost host, UtmRequest request) => Find(host, request) is { } entry ? Answers.Document(host.Emulator.World.BytesOf(entry)) : Answers.NotFound();

    public static Reply Remove(UtmHost host, UtmRequest request)
    {
        var world = host.Emulator.World;
        if (Find(host, request) is not { } entry) return Answers.NotFound();
        host.Emulator.Options.Removing?.Invoke(entry);
        world.Box.Put(entry with { Deleted = world.Now, DeletedOrder = world.Next("order") });
        return Reply.Empty(200);
    }

    // Another type in the address is another address.
    private static BoxEntry? Find(UtmHost host, UtmRequest request)
    {
        if (!int.TryParse(request.Segment(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var entry = host.Emulator.World.Box.Find($"{host.FsrarId}:{host.Own.Epoch}:{number}");
        return entry is { Held: false, Deleted: null } && entry.Type.Equals(request.Segment(2), StringComparison.OrdinalIgnoreCase) ? entry : null;
    }

    private static XElement Entry(UtmHost host, BoxEntry entry)
    {
        var options = host.Emulator.Options;
        var element = new XElement("url", $"http://{options.OwnHost ?? host.Address.Authority}{entry.Path}");
        if (options.ListReplyIds && entry.ReplyId is { } replyId) element.SetAttributeValue("replyId", InBox.Shown(host, replyId));
        if (options.ListTimestamps) element.SetAttributeValue("timestamp", Answers.Time(entry.Appeared));
        return element;
    }

    private static BoxEntry[] Shuffled(IEnumerable<BoxEntry> entries, long seed)
    {
        var all = entries.ToArray();
        new Random((int)seed).Shuffle(all);
        return all;
    }

    private static string Bare(string replyId) => Guid.TryParse(replyId.Length > 36 ? replyId[^36..] : replyId, out var id) ? id.ToString() : replyId;
}
