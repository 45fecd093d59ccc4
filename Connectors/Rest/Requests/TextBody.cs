using System.Security;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>A body of text with places. In XML and HTML the arguments are escaped, so that none can add elements of its own; other text takes them as they are.</summary>
internal sealed class TextBody(TextTemplate text, string contentType) : IBody
{
    private static readonly string[] Escaping = ["json", "urlencoded", "javascript", "ecmascript"];
    private static readonly string[] Markups = ["xml", "html"];
    private readonly bool isMarkup = IsMarkup(contentType);

    public IReadOnlyList<PlaceUse> Uses { get; } = [.. text.Names.Select(name => new PlaceUse(name, IsMarkup(contentType) ? Places.Text | Places.Markup : Places.Text))];

    /// <summary>Whether text of a type can only be escaped by somebody who knows where a place stands: JSON, forms and programs.</summary>
    public static bool HasOwnEscapes(string contentType) => Escaping.Any(word => contentType.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static bool IsMarkup(string contentType) => Markups.Any(word => contentType.Contains(word, StringComparison.OrdinalIgnoreCase));

    public TransportBody Render(RestCall call) =>
        TransportBody.Text(text.Render(isMarkup ? name => SecurityElement.Escape(call.TextOf(name)) : call.TextOf), contentType);
}
