using System.Text;

namespace Connectors.Transport.Soap;

/// <summary>Puts a text together that comes in pieces. Nearly always there is one piece, and then nothing is copied.</summary>
internal struct XmlPieces
{
    private string? only;
    private StringBuilder? all;

    public void Add(string piece)
    {
        if (all is not null) all.Append(piece);
        else if (string.IsNullOrEmpty(only)) only = piece;
        else if (piece.Length > 0) all = new StringBuilder(only).Append(piece);
    }

    /// <summary>The text, or null where no piece came.</summary>
    public readonly string? Text => all?.ToString() ?? only;
}
