using System.Globalization;
using System.Text.Json;

namespace Cleverence.Connectivity.Classic;

/// <summary>Numbers of JSON with their digits kept: a long or a decimal, and a double only where neither can hold it.</summary>
internal static class JsonNumber
{
    public static object? Exact(JsonElement json)
    {
        if (json.TryGetInt64(out var whole)) return whole;
        if (json.TryGetDecimal(out var exact)) return exact;
        return double.TryParse(json.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
