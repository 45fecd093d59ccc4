namespace Connectors.Egais;

/// <summary>Names of the registry's elements without their generation.</summary>
internal static class DocTypes
{
    /// <summary>Whether two names mean one type: the generation and the case do not count, nor does a missing name.</summary>
    public static bool AreSame(string? one, string? other) => string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other) || string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without <c>_v4</c>; the address of a confirmation counts as its element.</summary>
    public static string Bare(string name)
    {
        var text = name.Trim();
        var at = text.LastIndexOf("_v", StringComparison.OrdinalIgnoreCase);
        var bare = at > 0 && text.AsSpan(at + 2).IndexOfAnyExceptInRange('0', '9') < 0 ? text[..at] : text;
        return bare.Equals("WayBillTicket", StringComparison.OrdinalIgnoreCase) ? "ConfirmTicket" : bare;
    }
}
