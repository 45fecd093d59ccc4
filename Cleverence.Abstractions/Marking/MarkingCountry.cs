namespace Cleverence.Connectivity.Marking;

/// <summary>The countries of emission.</summary>
internal static class MarkingCountry
{
    private static readonly string[] Without = ["pharma", "tobacco", "otp", "ncp"];

    /// <summary>Whether serials of the group begin with any character, which tells nothing.</summary>
    public static bool IsUntoldIn(string? group) => group is not null && Without.Contains(group, StringComparer.OrdinalIgnoreCase);

    public static string? Of(char first) => first switch
    {
        '1' => "AM",
        '2' => "BY",
        '3' => "KZ",
        '4' => "KG",
        '5' => "RU",
        _ => null,
    };
}
