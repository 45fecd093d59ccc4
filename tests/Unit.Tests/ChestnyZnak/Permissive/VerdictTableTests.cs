using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class VerdictTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly CodeFacts Good = new() { ErrorCode = 0, Valid = true, Found = true, Verified = true, Utilised = true, Sold = false, Realizable = true, Blocked = false, GrayZone = false, Groups = [8] };

    // Everything is wrong with it at once.
    private static readonly CodeFacts Awful = new()
    {
        ErrorCode = 10, Valid = false, Found = false, Verified = false, Utilised = false, Sold = true, Realizable = false, Blocked = true, GrayZone = true, Groups = [3], ExpireDate = Now.AddDays(-1), MaxPrice = 100, MinPrice = 50,
    };

    public static IEnumerable<object[]> Rows =>
    [
        [1, new SaleCase(SaleAnswerKind.Emergency, null), nameof(SaleVerdict.Sell), nameof(SaleReason.Emergency)],
        [2, new SaleCase(SaleAnswerKind.None, null), nameof(SaleVerdict.Ask), nameof(SaleReason.NoAnswer)],
        [2, Checked(new CodeFacts { ErrorCode = 0, Realizable = true }), nameof(SaleVerdict.Ask), nameof(SaleReason.NoAnswer)],
        [2, Checked(new CodeFacts { ErrorCode = 0, Found = true }), nameof(SaleVerdict.Ask), nameof(SaleReason.NoAnswer)],
        [2, Checked(new CodeFacts()), nameof(SaleVerdict.Ask), nameof(SaleReason.NoAnswer)],
        [3, new SaleCase(SaleAnswerKind.CrossBorder, null), nameof(SaleVerdict.Sell), nameof(SaleReason.CrossBorder)],
        [4, Checked(Good with { Blocked = true }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.Blocked)],
        [4, Checked(new CodeFacts { ErrorCode = 0, Blocked = true }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.Blocked)],
        [5, Checked(Good with { ErrorCode = 10 }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.NotFound)],
        [5, Checked(Good with { Found = false }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.NotFound)],
        [6, Checked(Good with { ErrorCode = 1 }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.BadCode)],
        [6, Checked(Good with { ErrorCode = 777 }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.BadCode)],
        [6, Checked(Good with { Valid = false }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.BadCode)],
        [7, Checked(Good with { Verified = false }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.BadSignature)],
        [8, Checked(Good with { Utilised = false }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.NotApplied)],
        [9, Checked(Good with { Sold = true, Realizable = false }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.AlreadySold)],
        [9, Checked(Good with { Sold = true, InnerUnits = 4, SoldUnits = 4 }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.AlreadySold)],
        [10, Checked(Good with { Realizable = false }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.NotInCirculation)],
        [11, Checked(Good with { ExpireDate = Now.AddSeconds(-1) }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.Expired)],
        [12, Checked(Good with { GrayZone = true }), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.GrayZone)],
        [13, Checked(Good with { MaxPrice = 10_000 }, price: 10_001), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.PriceTooHigh)],
        [13, Checked(Good with { MinPrice = 10_000 }, price: 9_999), nameof(SaleVerdict.DoNotSell), nameof(SaleReason.PriceTooLow)],
        [14, Checked(Good), nameof(SaleVerdict.Sell), nameof(SaleReason.Ok)],
    ];

    public static IEnumerable<object[]> Passing =>
    [
        ["sold in parts, some are left", Checked(Good with { Sold = true, InnerUnits = 4, SoldUnits = 3 })],
        ["sold in parts, not told how many", Checked(Good with { Sold = true, InnerUnits = 4 })],
        ["sold in parts, out of circulation as a whole", Checked(Good with { Sold = true, Realizable = false, InnerUnits = 4, SoldUnits = 1 })],
        ["not told whether sold", Checked(Good with { Sold = null, Realizable = false })],
        ["flags that are absent", Checked(new CodeFacts { Found = true, Realizable = true })],
        ["the price is the greatest allowed", Checked(Good with { MaxPrice = 10_000, MinPrice = 10_000 }, price: 10_000)],
        ["the price is not known", Checked(Good with { MaxPrice = 1, MinPrice = 1_000 })],
        ["good to this very moment", Checked(Good with { ExpireDate = Now })],
    ];

    // Each row with everything wrong that rows behind it look at: the first that fits decides.
    public static IEnumerable<object[]> Ordered =>
    [
        [new SaleCase(SaleAnswerKind.Emergency, Awful) { Price = 1, Now = Now }, nameof(SaleReason.Emergency)],
        [new SaleCase(SaleAnswerKind.None, Awful) { Price = 1, Now = Now }, nameof(SaleReason.NoAnswer)],
        [new SaleCase(SaleAnswerKind.CrossBorder, Awful) { Price = 1, Now = Now }, nameof(SaleReason.CrossBorder)],
        [Checked(Awful, 1), nameof(SaleReason.Blocked)],
        [Checked(Awful with { Blocked = false }, 1), nameof(SaleReason.NotFound)],
        [Checked(Awful with { Blocked = false, ErrorCode = 5, Found = true }, 1), nameof(SaleReason.BadCode)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true }, 1), nameof(SaleReason.BadSignature)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true, Verified = true }, 1), nameof(SaleReason.NotApplied)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true, Verified = true, Utilised = true }, 1), nameof(SaleReason.AlreadySold)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true, Verified = true, Utilised = true, Sold = false }, 1), nameof(SaleReason.NotInCirculation)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true, Verified = true, Utilised = true, Sold = false, Realizable = true }, 1), nameof(SaleReason.Expired)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true, Verified = true, Utilised = true, Sold = false, Realizable = true, ExpireDate = null }, 1), nameof(SaleReason.GrayZone)],
        [Checked(Awful with { Blocked = false, ErrorCode = 0, Found = true, Valid = true, Verified = true, Utilised = true, Sold = false, Realizable = true, ExpireDate = null, GrayZone = false }, 1), nameof(SaleReason.PriceTooLow)],
    ];

    public static IEnumerable<object[]> Returned =>
    [
        [Good with { Utilised = false }, nameof(SaleReason.Ok)],
        [Good with { Sold = true, Realizable = false }, nameof(SaleReason.Ok)],
        [Good with { Realizable = false }, nameof(SaleReason.Ok)],
        [Good with { ExpireDate = Now.AddDays(-1) }, nameof(SaleReason.Ok)],
        [Good with { Blocked = true }, nameof(SaleReason.Blocked)],
        [Good with { Found = false }, nameof(SaleReason.NotFound)],
        [Good with { Valid = false }, nameof(SaleReason.BadCode)],
        [Good with { Verified = false }, nameof(SaleReason.BadSignature)],
        [Good with { GrayZone = true }, nameof(SaleReason.GrayZone)],
    ];

    public static IEnumerable<object[]> Local =>
    [
        [new CodeFacts { Blocked = true, Sold = true, GrayZone = true }, nameof(SaleOperation.Sale), nameof(SaleReason.Blocked)],
        [new CodeFacts { Blocked = false, Sold = true, GrayZone = true }, nameof(SaleOperation.Sale), nameof(SaleReason.AlreadySold)],
        [new CodeFacts { Blocked = false, Sold = true }, nameof(SaleOperation.Return), nameof(SaleReason.Ok)],
        [new CodeFacts { Blocked = false, GrayZone = true }, nameof(SaleOperation.Sale), nameof(SaleReason.GrayZone)],
        [new CodeFacts { Blocked = false }, nameof(SaleOperation.Sale), nameof(SaleReason.Ok)],
        [new CodeFacts { Sold = false }, nameof(SaleOperation.Sale), nameof(SaleReason.NoAnswer)],
    ];

    [TestMethod]
    [DynamicData(nameof(Rows))]
    public void Each_row_gives_its_verdict(int number, object one, string verdict, string reason)
    {
        var decided = VerdictTable.Decide((SaleCase)one, new VerdictRules());

        (decided.Verdict.ToString(), decided.Reason.ToString()).Should().Be((verdict, reason));
        VerdictTable.Rows.First(row => row.Reason == decided.Reason).Number.Should().Be(number);
    }

    [TestMethod]
    [DynamicData(nameof(Passing))]
    public void What_speaks_against_nothing_is_sold(string name, object one) =>
        VerdictTable.Decide((SaleCase)one, new VerdictRules()).Should().Be(new SaleDecision(SaleVerdict.Sell, SaleReason.Ok), name);

    [TestMethod]
    [DynamicData(nameof(Ordered))]
    public void The_first_row_that_fits_decides(object one, string reason) => VerdictTable.Decide((SaleCase)one, new VerdictRules()).Reason.ToString().Should().Be(reason);

    [TestMethod]
    public void The_rows_stand_in_the_order_of_their_numbers() => VerdictTable.Rows.Select(row => row.Number).Should().BeInAscendingOrder().And.StartWith(1).And.EndWith(14);

    [TestMethod]
    [DynamicData(nameof(Returned))]
    public void A_return_asks_neither_for_circulation_nor_for_the_date(object facts, string reason) =>
        VerdictTable.Decide(Checked((CodeFacts)facts) with { Operation = SaleOperation.Return }, new VerdictRules()).Reason.ToString().Should().Be(reason);

    [TestMethod]
    [DynamicData(nameof(Local))]
    public void The_local_module_has_a_verdict_of_its_own(object facts, string operation, string reason) =>
        VerdictTable.Decide(new SaleCase(SaleAnswerKind.CheckedLocally, (CodeFacts)facts) { Operation = Enum.Parse<SaleOperation>(operation), Now = Now }, new VerdictRules()).Reason.ToString().Should().Be(reason);

    [TestMethod]
    [DataRow(nameof(SaleVerdict.Sell))]
    [DataRow(nameof(SaleVerdict.Ask))]
    [DataRow(nameof(SaleVerdict.DoNotSell))]
    public void What_nobody_could_check_is_decided_by_the_settings(string verdict)
    {
        var rules = new VerdictRules { OnNoAnswer = Enum.Parse<SaleVerdict>(verdict), OnCrossBorder = Enum.Parse<SaleVerdict>(verdict) };

        VerdictTable.Decide(new SaleCase(SaleAnswerKind.None, null), rules).Verdict.Should().Be(rules.OnNoAnswer);
        VerdictTable.Decide(new SaleCase(SaleAnswerKind.CrossBorder, null), rules).Verdict.Should().Be(rules.OnNoAnswer);
    }

    [TestMethod]
    public void Nothing_overrides_what_the_state_forbids()
    {
        var lenient = new VerdictRules { OnNoAnswer = SaleVerdict.Sell, OnCrossBorder = SaleVerdict.Sell, OnGrayZone = SaleVerdict.Sell, UnverifiedGroups = new HashSet<int> { 8 } };

        VerdictTable.Decide(Checked(Good with { Blocked = true }), lenient).Verdict.Should().Be(SaleVerdict.DoNotSell);
        VerdictTable.Decide(Checked(new CodeFacts { Blocked = true }), lenient).Verdict.Should().Be(SaleVerdict.DoNotSell);
    }

    [TestMethod]
    public void Groups_may_be_excepted_from_the_signature_and_have_their_own_grey_zone()
    {
        var rules = new VerdictRules { UnverifiedGroups = new HashSet<int> { 8 }, GrayZone = new Dictionary<int, SaleVerdict> { [3] = SaleVerdict.Ask, [8] = SaleVerdict.Sell } };

        VerdictTable.Decide(Checked(Good with { Verified = false }), rules).Verdict.Should().Be(SaleVerdict.Sell);
        VerdictTable.Decide(Checked(Good with { Verified = false, Groups = [3] }), rules).Reason.Should().Be(SaleReason.BadSignature);
        VerdictTable.Decide(Checked(Good with { GrayZone = true }), rules).Verdict.Should().Be(SaleVerdict.Sell);
        VerdictTable.Decide(Checked(Good with { GrayZone = true, Groups = [3] }), rules).Verdict.Should().Be(SaleVerdict.Ask);
        VerdictTable.Decide(Checked(Good with { GrayZone = true, Groups = [12] }), rules).Verdict.Should().Be(SaleVerdict.DoNotSell);
        VerdictTable.Decide(Checked(Good with { GrayZone = true, MaxPrice = 1 }, price: 2), rules).Reason.Should().Be(SaleReason.PriceTooHigh);
    }

    [TestMethod]
    public void Every_reason_has_short_words_in_both_languages()
    {
        var all = Enum.GetValues<SaleReason>().SelectMany(reason => Enum.GetValues<SaleVerdict>().Select(verdict => new SaleDecision(verdict, reason))).ToList();

        all.Select(one => SaleTexts.Russian(one, SaleOperation.Return)).Should().OnlyContain(text => text.Length <= 40);
        all.Select(one => SaleTexts.English(one, SaleOperation.Return)).Should().OnlyContain(text => text.Length <= 48);
        all.Where(one => one.Verdict == SaleVerdict.Ask).Select(one => SaleTexts.Russian(one, SaleOperation.Sale)).Should().OnlyHaveUniqueItems();
        Enum.GetValues<SaleReason>().Select(SaleTexts.Code).Should().OnlyHaveUniqueItems();
    }

    private static SaleCase Checked(CodeFacts facts, long? price = null) => new(SaleAnswerKind.Checked, facts) { Price = price, Now = Now };
}
