using System.Text;

namespace Connectors.Egais;

/// <summary>Texts of the UTM as logs and details may show them.</summary>
internal static class UtmTexts
{
    private const int Limit = 2048;

    public static string Shown(ReadOnlySpan<byte> body)
    {
        var cut = body.Length > Limit;
        return $"{Encoding.UTF8.GetString(cut ? body[..Limit] : body)}{(cut ? $"… ({body.Length} bytes)" : "")}".Trim();
    }
}
