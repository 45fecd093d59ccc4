using System.Globalization;

namespace Connectors.ChestnyZnak;

/// <summary>Product groups by alias and number. New ones appear several times a year: what is not known passes through.</summary>
internal sealed class ProductGroups
{
    private const string Known =
        "lp=1,shoes=2,tobacco=3,perfumery=4,tires=5,electronics=6,pharma=7,milk=8,bicycle=9,wheelchairs=10,alcohol=11,otp=12,water=13,furs=14,beer=15,ncp=16,bio=17,antiseptic=19,petfood=20,"
        + "seafood=21,nabeer=22,softdrinks=23,meat=25,vetpharma=26,toys=27,radio=28,titan=31,conserve=32,vegetableoil=33,opticfiber=34,chemistry=35,books=36,grocery=37,pharmaraw=38,construction=39,"
        + "fire=40,heater=41,cableraw=42,autofluids=43,polymer=44,sweets=45,carparts=48,furslp=49,nicotindev=50,gadgets=51,frozen=52,fertilizers=53,homeware=54,vetbio=55,pyrotechnics=59";

    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> aliases = [];

    public ProductGroups(IEnumerable<KeyValuePair<string, int>> own)
    {
        foreach (var pair in Known.Split(',').Select(text => text.Split('='))) Add(pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture));
        foreach (var (alias, number) in own) Add(alias, number);
    }

    /// <summary>The number of a group, or null where the alias is not known.</summary>
    public int? NumberOf(string alias) => numbers.TryGetValue(alias, out var number) ? number : null;

    /// <summary>The number of a group named by alias or number; null where the alias is not known.</summary>
    public int? NumberFor(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : NumberOf(text.Trim());

    /// <summary>The alias of a group named by alias or number; an unknown text is handed back as it is.</summary>
    public string AliasOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && aliases.TryGetValue(number, out var alias) ? alias : text.Trim();

    private void Add(string alias, int number)
    {
        numbers[alias] = number;
        aliases[number] = alias;
    }
}
