using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

/// <summary>Made-up codes of every form, one for each rule.</summary>
internal static class MarkingExamples
{
    public const string WaterText = "0104600001000106215Ab!cD/eF+2gH␝93Ab1+";

    private static readonly string ShoesCheck = new('x', 88);

    private static readonly MarkingRow Water = new("1", WaterText, MarkingCodeKind.Gs1)
    {
        Gtin = "04600001000106", Serial = "5Ab!cD/eF+2gH", Check = "Ab1+", Cis = "0104600001000106215Ab!cD/eF+2gH", Country = "RU", Layout = "21:13 93:4", IsFull = true, Text = WaterText,
    };

    private static readonly MarkingRow Milk = new("4", "0104600001000113215x<K9z␝93zZ0=", MarkingCodeKind.Gs1)
    {
        Gtin = "04600001000113", Serial = "5x<K9z", Check = "zZ0=", Cis = "0104600001000113215x<K9z", Country = "RU", Layout = "21:6 93:4", IsFull = true, Text = "0104600001000113215x<K9z␝93zZ0=",
    };

    private static readonly MarkingRow Beer = new("6", "0104600001000120215kQ=7_T␝93Q1w2␝3353030000", MarkingCodeKind.Gs1)
    {
        Gtin = "04600001000120", Serial = "5kQ=7_T", Check = "Q1w2", Cis = "0104600001000120215kQ=7_T", Country = "RU", Layout = "21:7 93:4", IsFull = true, Extras = "3353=030000", Volume = 30.000m,
        Text = "0104600001000120215kQ=7_T␝93Q1w2␝3353030000",
    };

    private static readonly MarkingRow Perfume = new("7", "0104600001000137215Ab!cD/eF+2gH␝91EE11␝92MadeUpCheckValueMadeUpCheckValueMadeUpChk01=", MarkingCodeKind.Gs1)
    {
        Gtin = "04600001000137", Serial = "5Ab!cD/eF+2gH", Key = "EE11", Check = "MadeUpCheckValueMadeUpCheckValueMadeUpChk01=", Cis = "0104600001000137215Ab!cD/eF+2gH", Country = "RU", Layout = "21:13 91:4 92:44",
        IsFull = true, Text = "0104600001000137215Ab!cD/eF+2gH␝91EE11␝92MadeUpCheckValueMadeUpCheckValueMadeUpChk01=",
    };

    private static readonly MarkingRow Block = new("12", "010460000100017521dP&5uYe␝8005185000␝93Hn6_", MarkingCodeKind.TobaccoBlock)
    {
        Gtin = "04600001000175", Serial = "dP&5uYe", Check = "Hn6_", Price = 185000, Cis = "010460000100017521dP&5uYe8005185000", ShortCis = "010460000100017521dP&5uYe", Layout = "21:7 8005:6 93:4",
        IsFull = true, Text = "010460000100017521dP&5uYe␝8005185000␝93Hn6_",
    };

    private static readonly MarkingRow Pack = new("9", "00000040100005aB3+xY9ABzUKp7/", MarkingCodeKind.TobaccoPack)
    {
        Gtin = "00000040100005", Serial = "aB3+xY9", Price = 10500, Check = "Kp7/", Cis = "00000040100005aB3+xY9ABzU", ShortCis = "00000040100005aB3+xY9", IsFull = true, Text = "00000040100005aB3+xY9ABzUKp7/",
    };

    public static IEnumerable<object[]> Codes => Rows.Select(row => new object[] { row });

    private static MarkingRow[] Rows { get; } =
    [
        Water,
        Water with { Number = "2", Raw = "]d2" + WaterText + "\r\n", Symbology = MarkingSymbology.Gs1DataMatrix },
        Water with { Number = "3 è", Raw = "è" + WaterText },
        Water with { Number = "3 GS", Raw = "␝" + WaterText },
        Milk,
        Milk with { Number = "5", Raw = Milk.Raw + "␝3103000350", Text = Milk.Raw + "␝3103000350", Extras = "3103=000350", Weight = 0.350m },
        Beer,
        Perfume,
        Perfume with
        {
            Number = "8", Raw = "0104600001000144215Ab!cD/eF+2gH␝2406401␝918001␝92" + ShoesCheck, Text = "0104600001000144215Ab!cD/eF+2gH␝2406401␝918001␝92" + ShoesCheck, Gtin = "04600001000144",
            Cis = "0104600001000144215Ab!cD/eF+2gH", Key = "8001", Check = ShoesCheck, Extras = "240=6401", Layout = "21:13 91:4 92:88",
        },
        Pack,
        Pack with { Number = "10", Raw = "04600001000168hR-4_tZAC\"8Wm2=", Text = "04600001000168hR-4_tZAC\"8Wm2=", Gtin = "04600001000168", Serial = "hR-4_tZ", Price = 17900, Check = "Wm2=", Cis = "04600001000168hR-4_tZAC\"8", ShortCis = "04600001000168hR-4_tZ" },
        Pack with { Number = "11", Raw = "04600001000182pL5%wq.AAAAn0Ty", Text = "04600001000182pL5%wq.AAAAn0Ty", Gtin = "04600001000182", Serial = "pL5%wq.", Price = 0, Check = "n0Ty", Cis = "04600001000182pL5%wq.AAAA", ShortCis = "04600001000182pL5%wq." },
        Block,
        Block with { Number = "13", Raw = Block.Raw + "␝240FA123", Text = Block.Raw + "␝240FA123", Extras = "240=FA123" },
        new("14", "00146000010000000011", MarkingCodeKind.Sscc) { Serial = "146000010000000011", Cis = "146000010000000011", Text = "00146000010000000011" },
        new("16", "02046000010001063748", MarkingCodeKind.OsuLine) { Gtin = "04600001000106", Quantity = 48, Text = "02046000010001063748" },
        new("17", "020460000100010637103103000012500", MarkingCodeKind.OsuLine) { Gtin = "04600001000106", Quantity = 10, Extras = "3103=000012500", Weight = 12.500m, Text = "020460000100010637103103000012500" },
        Water with { Number = "18", Raw = "0104600001000106215Ab!cD/eF+2gH93Ab1+", Flags = MarkingFlags.SeparatorRestored },
        Water with { Number = "19", Raw = "0104600001000106215Фи!сВ.уА+2пР93Фи1+", Flags = MarkingFlags.LayoutRepaired | MarkingFlags.SeparatorRestored },
        Water with { Number = "21", Raw = "(01)04600001000106(21)5Ab!cD/eF+2gH(93)Ab1+", Flags = MarkingFlags.BracketsRemoved },
        Water with { Number = "23", Raw = "0104600001000106215Ab!cD/eF+2gH", Text = "0104600001000106215Ab!cD/eF+2gH", Check = null, IsFull = false, Layout = null },
        Milk with { Number = "24", Raw = "0104600001000113215x93K9␝93zZ0=", Text = "0104600001000113215x93K9␝93zZ0=", Serial = "5x93K9", Cis = "0104600001000113215x93K9" },
        Water with { Number = "26", Raw = @"0104600001000106215Ab!cD/eF+2gH\u001d93Ab1+", Flags = MarkingFlags.SeparatorTranslated },
        Water with { Number = "27", Raw = "104600001000106215Ab!cD/eF+2gH␝93Ab1+", Flags = MarkingFlags.LeadingZeroRestored },
        new("28", "4600001000106", MarkingCodeKind.PlainBarcode) { Gtin = "04600001000106", Text = "4600001000106" },
        new("29", "RU-123456-TST0000001", MarkingCodeKind.FurTag) { Cis = "RU-123456-TST0000001", Country = "RU", Text = "RU-123456-TST0000001" },
        Perfume with { Number = "30", Raw = Perfume.Raw.Remove(31, 1), Flags = MarkingFlags.SeparatorRestored },
        Beer with { Number = "31 beer", Raw = "0104600001000120215kQ=7_T93Q1w2", Group = "beer", Text = "0104600001000120215kQ=7_T␝93Q1w2", Extras = "", Volume = null, Flags = MarkingFlags.SeparatorRestored },
        Beer with
        {
            Number = "31 unknown", Raw = "0104600001000120215kQ=7_T93Q1w2", Text = "0104600001000120215kQ=7_T93Q1w2", Serial = "5kQ=7_T93Q1w2", Cis = "0104600001000120215kQ=7_T93Q1w2", Check = null, IsFull = false, Layout = null,
            Extras = "", Volume = null, Flags = MarkingFlags.AmbiguousWithoutSeparators,
        },
    ];
}
