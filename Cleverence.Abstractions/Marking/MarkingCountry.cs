namespace Cleverence.Connectivity.Marking;

/// <summary>The countries of emission.</summary>
internal static class MarkingCountry
{
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
