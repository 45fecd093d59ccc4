namespace Connectors.Rest;

/// <summary>What HTTP allows in a header.</summary>
internal static class HeaderRules
{
    public static bool IsUsable(string name, string? value) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal))
        && value is not null && value.All(letter => letter is >= ' ' and <= '~');
}
