namespace Connectors.Rest;

/// <summary>Where in a request a parameter stands; each place takes less than any value.</summary>
[Flags]
internal enum Places
{
    None = 0,

    /// <summary>A segment of the path.</summary>
    Path = 1,

    /// <summary>A header.</summary>
    Header = 2,

    /// <summary>Text with other text around it, or a text body.</summary>
    Text = 4,

    /// <summary>The whole value of a query or form pair: a list repeats the pair.</summary>
    Pair = 8,

    /// <summary>A whole value of a JSON body, or of a multipart part.</summary>
    Value = 16,

    /// <summary>The name of a file.</summary>
    FileName = 32,

    /// <summary>A whole body of bytes.</summary>
    Bytes = 64,

    /// <summary>Text within XML or HTML, which knows no control characters. Stands beside <see cref="Text"/>.</summary>
    Markup = 128,

    /// <summary>The places that take one text.</summary>
    OneText = Path | Header | Text | FileName,
}
