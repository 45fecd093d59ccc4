using System.Security.Cryptography;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>The in-box: what the UTM took and the registry has not seen yet.</summary>
internal static class InBox
{
    /// <summary>Takes a document, or refuses it as the UTM does.</summary>
    public static Reply Post(UtmHost host, string urlType, byte[] xml, string? fault)
    {
        if (DocumentTypes.Find(urlType) is not { } type || !host.Conditions.Knows(urlType)) return Answers.NotFound();
        if (fault is not null) return Answers.Error(fault);
        try
        {
            var envelope = Check(host, type, xml);
            if (type.Element == "QueryFilter") return Filter(host, envelope.Body);
            return Answers.Accepted(Shown(host, Post(host.Emulator.World, host.FsrarId, type.UrlType, envelope.Body, xml).RequestId));
        }
        catch (SchemaException refused)
        {
            return Answers.Error(refused.Message);
        }
    }

    /// <summary>What is on its way to the registry.</summary>
    public static Reply List(UtmHost host) => Answers.List(Waiting(host).Select(one => new XElement("url", new XAttribute("replyId", Shown(host, one.RequestId)), $"http://{host.Emulator.Options.OwnHost ?? host.Address.Authority}/opt/in/{one.UrlType}/{Shown(host, one.RequestId)}")));

    /// <summary>States of all that was taken; 10 while it waits, 18 when it is done.</summary>
    public static Reply States(UtmHost host) => Answers.List(host.Emulator.World.Posts.All.Where(one => one.FsrarId == host.FsrarId && !one.Withdrawn)
        .Select(one => new XElement("url", new XAttribute("replyId", Shown(host, one.RequestId)), new XAttribute("state", one.Delivered ? "18" : "10"), one.UrlType)));

    public static Reply Withdraw(UtmHost host, string id)
    {
        if (Waiting(host).FirstOrDefault(one => one.RequestId == id || Shown(host, one.RequestId) == id) is not { } post) return Answers.NotFound();
        host.Emulator.World.Posts.Put(post with { Withdrawn = true });
        return Reply.Empty(200);
    }

    /// <summary>Envelope, owner, element, shape and rules of a document.</summary>
    public static Envelope Check(UtmHost host, DocumentType type, byte[] xml)
    {
        var envelope = Envelope.Read(xml);
        if (envelope.Owner != host.FsrarId) throw new SchemaException($"Идентификатор ФСРАР {envelope.Owner} в документе не соответствует владельцу УТМ {host.FsrarId}");
        if (envelope.Body.Name != Names.Single + type.Element) throw new SchemaException($"Документ {envelope.Body.Name} не соответствует адресу {type.UrlType}");
        if (envelope.Body.Attributes().Any(one => !one.IsNamespaceDeclaration)) throw new SchemaException($"{type.Element}: атрибуты не допускаются");
        new GrammarCheck(type.Space, host.FsrarId).Check(envelope.Body, type.Nodes);
        DocumentRules.Check(envelope.Body);
        return envelope;
    }

    /// <summary>The id as this UTM writes it; what is no bare UUID stays as it is.</summary>
    public static string Shown(UtmHost host, string requestId) => host.Emulator.Options.PrefixedRequestIds && Guid.TryParse(requestId, out _) ? $"{host.FsrarId}-{requestId}" : requestId;

    /// <summary>A document that was taken.</summary>
    public static UtmPost Post(UtmWorld world, string owner, string urlType, XElement body, byte[] xml)
    {
        var post = new UtmPost
        {
            RequestId = Guid.NewGuid().ToString(),
            FsrarId = owner,
            UrlType = urlType,
            Element = body.Name.LocalName,
            Identity = body.Text("Identity"),
            About = body.Text("Header", "WBRegId") ?? body.Text("WBRegId") ?? body.Text("ACORegId") ?? body.Text("AWORegId"),
            Hash = Convert.ToHexStringLower(SHA256.HashData(xml)),
            Order = world.Next("order"),
            Accepted = world.Now,
            DueAt = world.Now + world.Options.RegistryDelay,
        };
        world.Contents.Put(new Content(post.RequestId, xml));
        world.Posts.Put(post);
        return post;
    }

    private static Reply Filter(UtmHost host, XElement body) =>
        Answers.Document(Disguise.Write(host.Emulator.World, Deed.RegistryId, MarkQuestions.Check(host.Emulator.World, host.FsrarId, body), host.Emulator.World.Next("variety")));

    private static IReadOnlyList<UtmPost> Waiting(UtmHost host) => [.. host.Emulator.World.Posts.Of("open").Where(one => one.FsrarId == host.FsrarId)];
}
