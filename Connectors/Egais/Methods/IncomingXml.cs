using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>A document of a UTM's box as a workplace hands it over.</summary>
/// <param name="Item">Where it came from.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record IncomingXml(IncomingItem Item, byte[] Content)
{
    /// <summary>Reads what a caller gave: lists by organisation, or one list whose records name theirs.</summary>
    public static IReadOnlyList<IncomingXml> Read(object? given)
    {
        var single = CallFields.Rows(given);
        var byOrganisation = single is [ConnectorRecord { } fields] && fields.TextOf("url", "path", "Адрес") is null;
        return byOrganisation
            ? [.. ((ConnectorRecord)single[0]!).SelectMany(field => CallFields.Records(field.Value, field.Key).Select(record => Of(record, field.Key)))]
            : [.. CallFields.Records(given, "documents").Select(record => Of(record, null))];
    }

    private static IncomingXml Of(ConnectorRecord record, string? fsrarId)
    {
        var organisation = record.TextOf("fsrarId", "organisation", "ОрганизацияЕГАИС") ?? fsrarId;
        var xml = record.TextOf("xml", "content", "ТекстСообщенияXML");
        if (organisation is null || xml is null || record.TextOf("url", "path", "Адрес") is not { } url) throw Wrong();
        if (record.TextOf("ownerId") is { } owner && owner != organisation) throw new ConnectorException(UtmErrors.WrongOwner(organisation, organisation, owner));
        var path = PathOf(url);
        return new IncomingXml(new IncomingItem(organisation, BoxIds.Of(EpochOf(record), path), path)
        {
            Kind = record.TextOf("docType", "type") ?? new UtmEntry(path).Type,
            ReplyTo = ReplyIds.Normalise(record.TextOf("replyId")),
        }, Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>Only the path of an address counts: host and port are the UTM's own idea of itself.</summary>
    public static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.AbsolutePath : url.StartsWith('/') ? url : $"/{url}";

    /// <summary>The mark of the UTM's database, in the same form as this server reads it itself.</summary>
    public static string EpochOf(ConnectorRecord record) => UtmIdentity.EpochOf(record.TextOf("epoch"));

    private static ConnectorException Wrong() =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, "A document of the box needs fsrarId, url and xml.") { MessageRu = "Документу из УТМ нужны fsrarId, url и xml.", Offenders = ["documents: fsrarId, url or xml is missing"] });
}
