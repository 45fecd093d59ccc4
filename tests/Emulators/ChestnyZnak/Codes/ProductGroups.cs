namespace Emulators.ChestnyZnak;

/// <summary>Product groups: number and alias.</summary>
public static class ProductGroups
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["lp"] = 1, ["shoes"] = 2, ["tobacco"] = 3, ["perfumery"] = 4, ["tires"] = 5, ["electronics"] = 6, ["pharma"] = 7, ["milk"] = 8,
        ["bicycle"] = 9, ["wheelchairs"] = 10, ["alcohol"] = 11, ["otp"] = 12, ["water"] = 13, ["furs"] = 14, ["beer"] = 15, ["ncp"] = 16,
        ["bio"] = 17, ["antiseptic"] = 19, ["petfood"] = 20, ["seafood"] = 21, ["nabeer"] = 22, ["softdrinks"] = 23, ["meat"] = 25,
        ["vetpharma"] = 26, ["toys"] = 27, ["radio"] = 28, ["titan"] = 31, ["conserve"] = 32, ["vegetableoil"] = 33, ["opticfiber"] = 34,
        ["chemistry"] = 35, ["books"] = 36, ["grocery"] = 37, ["pharmaraw"] = 38, ["construction"] = 39, ["fire"] = 40, ["heater"] = 41,
        ["cableraw"] = 42, ["autofluids"] = 43, ["polymer"] = 44, ["sweets"] = 45, ["carparts"] = 48, ["furslp"] = 49, ["nicotindev"] = 50,
        ["gadgets"] = 51, ["frozen"] = 52, ["fertilizers"] = 53, ["homeware"] = 54, ["vetbio"] = 55, ["pyrotechnics"] = 59,
    };

    /// <summary>The number of a group; 0 for an unknown one.</summary>
    /// <param name="alias">The alias.</param>
    /// <returns>The number.</returns>
    public static int NumberOf(string alias) => Known.GetValueOrDefault(alias);

    /// <summary>The alias of a group by its number, or null.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The alias.</returns>
    public static string? AliasOf(int number) => Known.FirstOrDefault(one => one.Value == number).Key;

    // The system reports the application of these by itself when it hands the codes out.
    internal static bool AppliesItself(string alias) => alias is "lp" or "shoes" or "perfumery" or "tires" or "electronics";

    internal static bool IsTobacco(string alias) => alias is "tobacco" or "otp" or "ncp";

    internal static int DaysToTakeCodes(string alias) => alias switch
    {
        "beer" or "nabeer" or "chemistry" => 60,
        "lp" or "shoes" or "electronics" or "tires" or "perfumery" => 90,
        _ => 30,
    };
}
