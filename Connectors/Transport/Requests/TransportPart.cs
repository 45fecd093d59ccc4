namespace Connectors.Transport;

/// <summary>One part of a form with files.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Content">What it holds.</param>
public sealed record TransportPart(string Name, TransportBody Content)
{
    /// <summary>The name of the file; null for a plain field.</summary>
    public string? FileName { get; init; }

    internal HttpContent Make()
    {
        var content = Content.Make();
        var file = FileName is null ? "" : $"; filename=\"{Quoted(FileName)}\"";
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{Quoted(Name)}\"{file}");
        return content;
    }

    // As browsers do it: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
    private static string Quoted(string text) =>
        text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
