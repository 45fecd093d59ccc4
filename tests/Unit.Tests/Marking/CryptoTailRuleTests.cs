using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class CryptoTailRuleTests
{
    private const string Full = "0104600001000106215Ab!cD/eF+2gH\u001D93Ab1+";
    private const string Cis = "0104600001000106215Ab!cD/eF+2gH";
    private const string Pack = "00000040100005aB3+xY9ABzUKp7/";

    [TestMethod]
    [DataRow(Full, MarkingCodeState.Issued, false, CryptoTailOutcome.NotYetUtilised)]
    [DataRow(Full, MarkingCodeState.Printed, false, CryptoTailOutcome.NotYetUtilised)]
    [DataRow(Full, MarkingCodeState.Utilised, false, CryptoTailOutcome.Replace)]
    [DataRow(Full, MarkingCodeState.Received, false, CryptoTailOutcome.Replace)]
    [DataRow(Full, MarkingCodeState.Withdrawn, false, CryptoTailOutcome.Replace)]
    [DataRow(Full, MarkingCodeState.Issued, true, CryptoTailOutcome.NotYetUtilised)]
    [DataRow(Full, MarkingCodeState.Utilised, true, CryptoTailOutcome.UsedAtSale)]
    [DataRow(Full, MarkingCodeState.Received, true, CryptoTailOutcome.UsedAtSale)]
    [DataRow(Pack, MarkingCodeState.Received, false, CryptoTailOutcome.Replace)]
    [DataRow(Cis, MarkingCodeState.Received, false, CryptoTailOutcome.AlreadyWithout)]
    [DataRow("00146000010000000011", MarkingCodeState.Received, false, CryptoTailOutcome.AlreadyWithout)]
    [DataRow("RU-123456-TST0000001", MarkingCodeState.Received, false, CryptoTailOutcome.AlreadyWithout)]
    [DataRow("0104600001000107215Ab!cD/eF+2gH\u001D93Ab1+", MarkingCodeState.Received, false, CryptoTailOutcome.Unreadable)]
    [DataRow("0104600001000120215kQ=7_T93Q1w2", MarkingCodeState.Received, false, CryptoTailOutcome.Unreadable)]
    [DataRow("", MarkingCodeState.Received, false, CryptoTailOutcome.Unreadable)]
    public void Row_loses_its_tail_only_where_nobody_needs_it(string code, MarkingCodeState state, bool isUsed, CryptoTailOutcome outcome) =>
        CryptoTailRule.Judge(Row(code, state) with { UsedAtSale = isUsed }).Outcome.Should().Be(outcome);

    [TestMethod]
    public void Verdict_carries_the_identity_to_store_and_the_reason_to_report()
    {
        CryptoTailRule.Judge(Row(Pack, MarkingCodeState.Received)).Code!.Cis.Should().Be("00000040100005aB3+xY9ABzU");
        CryptoTailRule.Judge(Row("?", MarkingCodeState.Received)).Reading.Reason.Should().Be(MarkingReason.NotRecognised);
    }

    [TestMethod]
    public void Verdict_written_to_a_log_does_not_show_the_code()
    {
        var row = Row(Full, MarkingCodeState.Received);

        $"{CryptoTailRule.Judge(row)} {CryptoTailRule.Judge(row with { Text = "?" })}".Should().StartWith("Replace Unreadable: The text has none of the known forms");
    }

    [TestMethod]
    public void Rule_has_nothing_to_do_with_its_own_result()
    {
        var first = CryptoTailRule.Judge(Row(Full, MarkingCodeState.Received));

        CryptoTailRule.Judge(Row(first.Code!.Cis!, MarkingCodeState.Received)).Outcome.Should().Be(CryptoTailOutcome.AlreadyWithout);
    }

    [TestMethod]
    public void Rows_of_one_identity_are_all_left_as_they_are()
    {
        var verdicts = CryptoTailRule.Judge(
        [
            Row(Full, MarkingCodeState.Received),
            Row(Pack, MarkingCodeState.Received),
            Row(Full.Replace("Ab1+", "Zz9+", StringComparison.Ordinal), MarkingCodeState.Received),
        ]);

        verdicts.Select(verdict => verdict.Outcome).Should().Equal(CryptoTailOutcome.Conflict, CryptoTailOutcome.Replace, CryptoTailOutcome.Conflict);
    }

    [TestMethod]
    [DataRow(Cis, MarkingCodeState.Received, CryptoTailOutcome.AlreadyWithout)]
    [DataRow(Full, MarkingCodeState.Printed, CryptoTailOutcome.NotYetUtilised)]
    public void Row_that_is_not_cut_itself_still_holds_its_identity_against_others(string other, MarkingCodeState state, CryptoTailOutcome outcome)
    {
        var verdicts = CryptoTailRule.Judge([Row(Full, MarkingCodeState.Received), Row(other, state)]);

        verdicts.Select(verdict => verdict.Outcome).Should().Equal(CryptoTailOutcome.Conflict, outcome);
    }

    [TestMethod]
    public void Identities_are_compared_letter_case_included()
    {
        var verdicts = CryptoTailRule.Judge([Row(Full, MarkingCodeState.Received), Row(Full.Replace("cD", "Cd", StringComparison.Ordinal), MarkingCodeState.Received)]);

        verdicts.Should().OnlyContain(verdict => verdict.Outcome == CryptoTailOutcome.Replace);
    }

    [TestMethod]
    public void Identity_that_looks_like_two_things_is_known_by_its_own_column()
    {
        const string cis = "0104600001000120215kQ=7_T93Q1w2";

        CryptoTailRule.Judge(new StoredMarkingCode(cis, cis, "04600001000120") { State = MarkingCodeState.Received }).Outcome.Should().Be(CryptoTailOutcome.AlreadyWithout);
    }

    [TestMethod]
    public void Row_whose_identity_is_another_is_left_and_reported() =>
        CryptoTailRule.Judge(Row(Full, MarkingCodeState.Received) with { Cis = Cis[..^1] + "h" }).Outcome.Should().Be(CryptoTailOutcome.Unreadable);

    // The column as the table keeps it; of what cannot be read it holds something else.
    private static StoredMarkingCode Row(string code, MarkingCodeState state) =>
        new(code, MarkingCode.TryParse(code, out var read) && (read.Flags & MarkingFlags.AmbiguousWithoutSeparators) == 0 ? read.Cis! : "unknown", read?.Gtin ?? "") { State = state };
}
