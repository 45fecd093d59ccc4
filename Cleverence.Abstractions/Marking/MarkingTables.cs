using System.Globalization;

namespace Cleverence.Connectivity.Marking;

/// <summary>The vendor's tables of product groups and templates, in the order and words of the manuals (True API, SUZ API 3.0).</summary>
internal static class MarkingTables
{
    private const string Numbers =
        "1 lp, 2 shoes, 3 tobacco, 4 perfumery, 5 tires, 6 electronics, 7 pharma, 8 milk, 9 bicycle, 10 wheelchairs, 11 alcohol, 12 otp, 13 water, 14 furs, 15 beer, 16 ncp, "
        + "17 bio, 19 antiseptic, 20 petfood, 21 seafood, 22 nabeer, 23 softdrinks, 25 meat, 26 vetpharma, 27 toys, 28 radio, 31 titan, 32 conserve, 33 vegetableoil, 34 opticfiber, "
        + "35 chemistry, 36 books, 37 grocery, 38 pharmaraw, 39 construction, 40 fire, 41 heater, 42 cableraw, 43 autofluids, 44 polymer, 45 sweets, 48 carparts, 49 furslp, "
        + "50 nicotindev, 51 gadgets, 52 frozen, 53 fertilizers, 54 homeware, 55 vetbio, 59 pyrotechnics";

    private const string Packs = "4 tobacco, 15 otp, 22 ncp";

    // One line for each of MarkingLayout.All, in its order.
    private static readonly string[] Layouts =
    [
        "20 milk, 32 meat, 38 seafood, 41 petfood, 47 chemistry, 49 conserve, 55 fire, 57 heater, 59 toys, 64 polymer, 66 sweets, 68 carparts, 75 vetbio",
        "26 petfood, 27 seafood, 46 chemistry, 48 conserve, 58 heater, 65 polymer",
        "18 beer, 28 nabeer",
        "16 water, 23 bio, 25 antiseptic, 29 softdrinks, 37 radio, 39 titan, 40 vegetableoil, 43 grocery, 45 opticfiber, 53 construction, 60 autofluids, 62 cableraw, 70 nicotindev",
        "5 pharma, 7 tires, 9 perfumery, 10 lp, 11 bicycle, 12 wheelchairs, 30 bio, 31 antiseptic, 34 toys, 36 radio, 42 grocery, 44 opticfiber, 50 vetpharma, 51 vegetableoil, 52 books, "
        + "54 construction, 56 fire, 61 autofluids, 63 cableraw, 67 sweets, 69 carparts, 71 nicotindev, 74 meat, 76 vetbio",
        "1 shoes",
        "8 electronics, 73 gadgets",
        "72 gadgets",
        "3 tobacco, 14 otp, 21 ncp",
    ];

    public static IEnumerable<MarkingProductGroup> Groups()
    {
        var templates = Templates().ToLookup(template => template.ProductGroup, template => template.Layout);
        return Pairs(Numbers).Select(group => new MarkingProductGroup(group.Number, group.Name) { Layouts = [.. templates[group.Name].OfType<MarkingLayout>()] });
    }

    public static IEnumerable<MarkingTemplate> Templates() =>
        Layouts.SelectMany((names, at) => Pairs(names).Select(pair => new MarkingTemplate(pair.Number, pair.Name, MarkingLayout.All[at])))
            .Concat(Pairs(Packs).Select(pair => new MarkingTemplate(pair.Number, pair.Name, null)));

    private static IEnumerable<(int Number, string Name)> Pairs(string list) =>
        list.Split(", ").Select(pair => pair.Split(' ')).Select(pair => (int.Parse(pair[0], CultureInfo.InvariantCulture), pair[1]));
}
