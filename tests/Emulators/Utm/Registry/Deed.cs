using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>A document in the registry's hands, and what goes out because of it.</summary>
internal sealed class Deed(UtmWorld world, UtmPost post, XElement body)
{
    public const string RegistryId = "3463047";

    public UtmWorld World => world;

    public UtmPost Post => post;

    public XElement Body => body;

    public string Owner => post.FsrarId;

    public List<Letter> Letters { get; } = [];

    /// <summary>Whether it was conducted or, for a question, answered.</summary>
    public bool Conducted { get; private set; }

    /// <summary>It was understood; a question has no more verdicts.</summary>
    public void Receive() => Verdict(post, "Ticket/Result", Tickets.First(world, post, true, "Документ принят"));

    public void Reject(string text) => Verdict(post, "Ticket/Result", Tickets.First(world, post, false, text));

    /// <summary>The document was conducted, or un-conducted.</summary>
    public void Conduct(string? regId, string name = "Confirm", string text = "Документ проведен")
    {
        Conducted = true;
        Tell(post, name, true, text, regId);
    }

    public void Refuse(string text, string? regId = null, string name = "Confirm") => Tell(post, name, false, text, regId);

    /// <summary>A verdict about another document, which may be somebody else's.</summary>
    public void Tell(UtmPost about, string name, bool accepted, string text, string? regId) => Verdict(about, $"Ticket/{name}", Tickets.Second(world, about, name, accepted, text, regId));

    /// <summary>A verdict for somebody who asked for nothing.</summary>
    public void TellUnasked(string to, string name, string text, string? regId) =>
        Letters.Add(new Letter(to, "Ticket", $"Ticket/{name}", RegistryId, Tickets.Second(world, post with { Identity = null }, name, true, text, regId), null));

    /// <summary>The answer to a question.</summary>
    public void Answer(string type, XElement answer)
    {
        Conducted = true;
        Receive();
        Letters.Add(new Letter(Owner, type, type, RegistryId, answer, post.RequestId));
    }

    public void Send(string to, string type, XElement document, string? from = null, string? replyTo = null) => Letters.Add(new Letter(to, type, type, from ?? RegistryId, document, replyTo));

    private void Verdict(UtmPost about, string kind, XElement ticket) => Letters.Add(new Letter(about.FsrarId, "Ticket", kind, RegistryId, ticket, about.RequestId));
}
