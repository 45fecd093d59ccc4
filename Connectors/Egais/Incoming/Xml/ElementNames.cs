namespace Connectors.Egais;

/// <summary>The registry's names: elements with a generation behind them, fields in several cases.</summary>
internal static class ElementNames
{
    /// <summary>The name without <c>_v3</c>: what a document is, whatever its generation.</summary>
    public static string WithoutGeneration(string element)
    {
        var at = element.LastIndexOf("_v", StringComparison.OrdinalIgnoreCase);
        return at > 0 && at + 2 < element.Length && element.AsSpan(at + 2).IndexOfAnyExceptInRange('0', '9') < 0 ? element[..at] : element;
    }

    /// <summary>A name in camel case, its underscores left out: <c>egaisNumber</c> of EGAISNumber, <c>wbRegID</c> of WbRegID.</summary>
    public static string CamelCase(string name)
    {
        var letters = name.Replace("_", "", StringComparison.Ordinal).ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            // The last capital before a small letter begins the next word.
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1])) break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
