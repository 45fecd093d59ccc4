using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Puts letters into out-boxes, with the twists that were asked for.</summary>
internal static class PostOffice
{
    public static void Deliver(UtmWorld world, IReadOnlyList<Letter> letters)
    {
        foreach (var (to, own) in letters.GroupBy(one => one.To).Select(group => (group.Key, group.ToList())))
        {
            // A partner without a UTM here gets nothing: nobody would read it.
            if (world.Organisations.Find(to) is not { } whose) continue;
            var twists = world.Twists(to);
            var sorted = twists.JoinTickets ? Join(own) : own;
            if (twists.ReverseOrder) sorted.Reverse();
            foreach (var letter in sorted) Put(world, whose, letter, twists);
        }
    }

    public static BoxEntry Put(UtmWorld world, UtmOrganisation whose, Letter letter, UtmTwists twists)
    {
        var bytes = Disguise.Write(world, letter.From, Twisted(letter, twists), world.Next("variety"));
        var times = letter.IsTicket && twists.DuplicateTickets ? 2 : 1;
        BoxEntry? entry = null;
        for (var at = 0; at < times; at++) entry = Put(world, whose, letter, bytes, twists);
        return entry!;
    }

    public static BoxEntry Put(UtmWorld world, UtmOrganisation whose, Letter letter, byte[] bytes, UtmTwists twists)
    {
        var entry = new BoxEntry
        {
            FsrarId = whose.FsrarId,
            Epoch = whose.Epoch,
            Number = (int)world.Next($"box {whose.FsrarId} {whose.Epoch}"),
            Type = letter.Type,
            Kind = letter.Kind,
            ReplyId = letter.IsTicket && twists.TicketsWithoutReplyId ? null : letter.ReplyTo,
            Appeared = world.Now,
            Held = twists.Holds(letter.Kind),
        };
        world.Contents.Put(new Content(entry.Key, bytes));
        world.Box.Put(entry);
        return entry;
    }

    private static XElement Twisted(Letter letter, UtmTwists twists)
    {
        if (!letter.IsTicket) return letter.Body;
        var ticket = new XElement(letter.Body);
        if (twists.TicketsWithoutIdentity) ticket.Child("Identity")?.Remove();
        if (twists.TicketsWithoutTransportId) ticket.Child("TransportId")?.Remove();
        if (twists.DashlessTransportIds && ticket.Child("TransportId") is { } transport) transport.Value = Guid.Parse(transport.Value).ToString("N").ToUpperInvariant();
        if (twists.WrongRepealNumbers && ticket.Text("DocType") == "ConfirmRepealWB" && ticket.Child("RegID") is { } number) number.Value = "4711";
        if (twists.VerdictsInCapitals) foreach (var one in ticket.Descendants().Where(one => one.Name.LocalName is "Conclusion" or "OperationResult" && !one.HasElements)) one.Value = one.Value.ToUpperInvariant();
        return ticket;
    }

    // Both verdicts of one document in one ticket.
    private static List<Letter> Join(List<Letter> letters)
    {
        List<Letter> joined = [];
        foreach (var letter in letters)
        {
            var first = joined.FirstOrDefault(one => one.IsTicket && letter.IsTicket && one.ReplyTo == letter.ReplyTo && one.ReplyTo is not null);
            if (first is null || first.Body.Child("OperationResult") is not null || letter.Body.Child("OperationResult") is not { } second)
            {
                joined.Add(letter);
                continue;
            }

            var both = new XElement(first.Body);
            both.Add(new XElement(second));
            if (both.Child("RegID") is null && letter.Body.Child("RegID") is { } number) both.Add(new XElement(number));
            joined[joined.IndexOf(first)] = letter with { Body = both };
        }

        return joined;
    }
}
