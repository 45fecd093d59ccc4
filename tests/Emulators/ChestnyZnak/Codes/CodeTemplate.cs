namespace Emulators.ChestnyZnak;

/// <summary>A layout of codes by its number in the order station.</summary>
/// <param name="Id">The number.</param>
/// <param name="Serial">The serial's length.</param>
/// <param name="Check">The length of the check part.</param>
/// <param name="Form">How it is put together.</param>
internal sealed record CodeTemplate(int Id, int Serial, int Check, CodeForm Form)
{
    private static readonly Dictionary<int, CodeTemplate> Known = Build();

    public static CodeTemplate? Of(int id) => Known.GetValueOrDefault(id);

    public static int DefaultOf(string group) => group switch
    {
        "shoes" => 1, "tobacco" => 4, "otp" => 15, "ncp" => 22, "pharma" => 5, "tires" => 7, "electronics" => 8, "perfumery" => 9, "lp" => 10,
        "milk" => 20, "water" => 16, "beer" => 18, "nabeer" => 28, "softdrinks" => 29, "bio" => 23, "antiseptic" => 25, "petfood" => 41, "seafood" => 38,
        "meat" => 32, "toys" => 59, "conserve" => 49, "vetpharma" => 50, "wheelchairs" => 12, "bicycle" => 11, "gadgets" => 72, _ => 16,
    };

    private static Dictionary<int, CodeTemplate> Build()
    {
        var all = new Dictionary<int, CodeTemplate>();
        void Add(int serial, int check, CodeForm form, params ReadOnlySpan<int> ids)
        {
            foreach (var id in ids) all.Add(id, new CodeTemplate(id, serial, check, form));
        }

        Add(6, 4, CodeForm.Short, 20, 32, 38, 41, 47, 49, 55, 57, 59, 64, 66, 68, 75);
        Add(6, 44, CodeForm.Long, 26, 27, 46, 48, 58, 65);
        Add(7, 4, CodeForm.Short, 18, 28);
        Add(13, 4, CodeForm.Short, 16, 23, 25, 29, 37, 39, 40, 43, 45, 53, 60, 62, 70);
        Add(13, 44, CodeForm.Long, 5, 7, 9, 10, 11, 12, 30, 31, 34, 36, 42, 44, 50, 51, 52, 54, 56, 61, 63, 67, 69, 71, 74, 76);
        Add(13, 88, CodeForm.Long, 1);
        Add(20, 44, CodeForm.Long, 8, 73);
        Add(20, 4, CodeForm.Short, 72);
        Add(7, 4, CodeForm.Block, 3, 14, 21);
        Add(7, 4, CodeForm.Pack, 4, 15, 22);
        return all;
    }
}
