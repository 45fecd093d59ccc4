using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class LostSeparatorTests
{
    private static readonly string Check44 = new('c', 44);
    private static readonly string Check88 = new('d', 88);

    public static IEnumerable<object[]> Layouts => MarkingLayout.All.Select(layout => new object[] { $"{layout}" });

    public static IEnumerable<object[]> Damaged =>
    [
        ["milk with weight, all lost", "0104600001000113215x<K9z93zZ0=3103000350", "0104600001000113215x<K9z␝93zZ0=␝3103000350"],
        ["milk with weight, first lost", "0104600001000113215x<K9z93zZ0=␝3103000350", "0104600001000113215x<K9z␝93zZ0=␝3103000350"],
        ["milk with weight, second lost", "0104600001000113215x<K9z␝93zZ0=3103000350", "0104600001000113215x<K9z␝93zZ0=␝3103000350"],
        ["beer with volume, all lost", "0104600001000120215kQ=7_T93Q1w23353030000", "0104600001000120215kQ=7_T␝93Q1w2␝3353030000"],
        ["block, all lost", "010460000100017521dP&5uYe800518500093Hn6_", "010460000100017521dP&5uYe␝8005185000␝93Hn6_"],
        ["block, first lost", "010460000100017521dP&5uYe8005185000␝93Hn6_", "010460000100017521dP&5uYe␝8005185000␝93Hn6_"],
        ["block without a check part, first lost", "010460000100017521dP&5uYe8005185000␝240FA123", "010460000100017521dP&5uYe␝8005185000␝240FA123"],
        ["block, second lost", "010460000100017521dP&5uYe␝800518500093Hn6_", "010460000100017521dP&5uYe␝8005185000␝93Hn6_"],
        ["block with a factory, all lost", "010460000100017521dP&5uYe800518500093Hn6_240FA123", "010460000100017521dP&5uYe␝8005185000␝93Hn6_␝240FA123"],
        ["long key, second lost", $"0104600001000137215Ab!cD/eF+2gH␝91EE1192{Check44}", $"0104600001000137215Ab!cD/eF+2gH␝91EE11␝92{Check44}"],
        ["long key with a count, all lost", $"0104600001000137215Ab!cD/eF+2gH91EE1192{Check44}30128", $"0104600001000137215Ab!cD/eF+2gH␝91EE11␝92{Check44}␝30128"],
        ["shoes with a field of their own, last lost", $"0104600001000144215Ab!cD/eF+2gH␝91800192{Check88}2406401", $"0104600001000144215Ab!cD/eF+2gH␝918001␝92{Check88}␝2406401"],
    ];

    [TestMethod]
    [DynamicData(nameof(Layouts))]
    public void Every_layout_finds_its_separators_again(string written)
    {
        var layout = MarkingLayout.All.Single(one => one.ToString() == written);
        var full = CodesOf.Layout(layout, 'x', []);

        // 31 characters may also be a КИ; there the group decides.
        var options = new MarkingParseOptions { ProductGroup = written == "21:7 93:4" ? "beer" : null };
        var code = MarkingCode.Parse(full.ToString().Replace("\u001D", "", StringComparison.Ordinal), options);

        (code.ToString(), code.Flags, code.Layout).Should().Be((full.ToString(), MarkingFlags.SeparatorRestored, layout));
        full.ToString().Should().HaveLength(layout.FullLength);
        full.Cis.Should().HaveLength(layout.CisLength);
        full.ToString().Replace("\u001D", "", StringComparison.Ordinal).Should().HaveLength(layout.LengthWithoutSeparators);
    }

    [TestMethod]
    [DynamicData(nameof(Damaged))]
    public void Separators_are_put_back_where_there_is_one_way(string what, string raw, string text)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(raw));

        code.ToString().Should().Be(MarkingRow.Gs(text), what);
        code.Flags.Should().Be(MarkingFlags.SeparatorRestored, what);
    }

    [TestMethod]
    [DataRow("0104600001000113215x<K9z␝93zZ0=␝")]
    [DataRow("0104600001000113215x<K9z␝␝93zZ0=")]
    [DataRow("0104600001000113215x<K9z␝␝93zZ0=␝␝")]
    public void Separators_too_many_are_taken_away(string raw)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(raw));

        (code.ToString(), code.Flags).Should().Be((MarkingRow.Gs("0104600001000113215x<K9z␝93zZ0="), MarkingFlags.SeparatorRemoved));
    }

    [TestMethod]
    public void Identity_of_a_block_is_written_without_separators_and_lost_none()
    {
        var code = MarkingCode.Parse("010460000100017521dP&5uYe8005185000");

        (code.Kind, code.Cis, code.MaxRetailPriceKopecks, code.IsFull, code.Flags)
            .Should().Be((MarkingCodeKind.TobaccoBlock, "010460000100017521dP&5uYe8005185000", 185000, false, MarkingFlags.None));
    }

    [TestMethod]
    [DataRow("beer", "5kQ=7_T", MarkingFlags.SeparatorRestored)]
    [DataRow("nabeer", "5kQ=7_T", MarkingFlags.SeparatorRestored)]
    [DataRow("water", "5kQ=7_T93Q1w2", MarkingFlags.None)]
    [DataRow("unheard-of", "5kQ=7_T93Q1w2", MarkingFlags.AmbiguousWithoutSeparators)]
    [DataRow("furs", "5kQ=7_T93Q1w2", MarkingFlags.AmbiguousWithoutSeparators)]
    [DataRow(null, "5kQ=7_T93Q1w2", MarkingFlags.AmbiguousWithoutSeparators)]
    public void Thirty_one_characters_are_decided_by_the_product_group(string? group, string serial, MarkingFlags flags)
    {
        var code = MarkingCode.Parse("0104600001000120215kQ=7_T93Q1w2", new MarkingParseOptions { ProductGroupOf = gtin => gtin == "04600001000120" ? group : "other" });

        (code.Serial, code.Flags).Should().Be((serial, flags));
    }

    [TestMethod]
    [DataRow("beer", "5kQ=7_T", MarkingFlags.SeparatorRestored)]
    [DataRow(null, "5kQ=7_T93Q1w2", MarkingFlags.AmbiguousWithoutSeparators)]
    public void Beer_that_kept_only_its_last_separator_is_decided_the_same_way(string? group, string serial, MarkingFlags flags)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs("0104600001000120215kQ=7_T93Q1w2␝3353030000"), new MarkingParseOptions { ProductGroup = group });

        (code.Serial, code.Flags, code.Volume).Should().Be((serial, flags, 30.000m));
    }

    [TestMethod]
    public void Group_added_by_configuration_decides_too()
    {
        var groups = MarkingProductGroups.Known.With(new MarkingProductGroup(99, "kvass") { Layouts = [MarkingLayout.All[2]] });

        MarkingCode.Parse("0104600001000120215kQ=7_T93Q1w2", new MarkingParseOptions { ProductGroup = "kvass", ProductGroups = groups }).Serial.Should().Be("5kQ=7_T");
    }

    [TestMethod]
    public void Group_whose_codes_have_both_lengths_decides_nothing()
    {
        var groups = MarkingProductGroups.Known.With(new MarkingProductGroup(99, "kvass") { Layouts = [MarkingLayout.All[2], MarkingLayout.All[3]] });

        var code = MarkingCode.Parse("0104600001000120215kQ=7_T93Q1w2", new MarkingParseOptions { ProductGroup = "kvass", ProductGroups = groups });

        (code.Serial, code.Flags).Should().Be(("5kQ=7_T93Q1w2", MarkingFlags.AmbiguousWithoutSeparators));
    }

    [TestMethod]
    [DataRow("0104600001000113215x<K9zABCD␝93zZ0=", "5x<K9zABCD")]
    [DataRow("0104600001000113215x<K9z93zZ0=␝93zZ0=", "5x<K9z93zZ0=")]
    [DataRow("0104600001000113215x<K9z91EE11␝93zZ0=", "5x<K9z91EE11")]
    public void Serial_of_an_unknown_length_is_kept_where_a_separator_ends_it(string raw, string serial)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(raw));

        (code.Serial, code.Flags).Should().Be((serial, MarkingFlags.UnusualSerialLength));
    }

    [TestMethod]
    public void Serial_of_an_unknown_length_without_separators_is_flagged_as_open()
    {
        var code = MarkingCode.Parse("0104600001000113215x<K9zABCD");

        (code.IsFull, code.Flags).Should().Be((false, MarkingFlags.UnusualSerialLength | MarkingFlags.AmbiguousWithoutSeparators));
    }

    [TestMethod]
    [DataRow("0104600001000113215x<K9zABCDEFGHIJKLMNO")]
    [DataRow("0104600001000113215x<K9zABCDEFGHIJKLMNOP0123456789")]
    public void Run_that_no_layout_explains_is_refused_when_no_serial_is_so_long(string raw)
    {
        MarkingCode.TryParse(raw, null, out _, out var verdict).Should().BeFalse();

        (verdict.Reason, verdict.Index).Should().Be((MarkingReason.AmbiguousWithoutSeparators, 18));
    }

    // 6 characters, 93 and 240 with a text that holds a 93 of its own, or 20 characters and 93.
    [TestMethod]
    [DataRow("milk", "5abcde")]
    [DataRow("gadgets", "5abcde93wxyz240ABCDE")]
    public void Two_layouts_that_explain_a_run_are_told_apart_by_the_product_group_only(string group, string serial)
    {
        const string run = "0104600001000113215abcde93wxyz240ABCDE93stuv";

        MarkingCode.TryParse(run, null, out _, out var verdict).Should().BeFalse();
        verdict.Reason.Should().Be(MarkingReason.AmbiguousWithoutSeparators);
        MarkingCode.Parse(run, new MarkingParseOptions { ProductGroup = group }).Serial.Should().Be(serial);
    }
}
