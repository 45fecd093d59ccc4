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
    [DataRow(Full, MarkingCodeState.Retired, false, CryptoTailOutcome.Replace)]
    [DataRow(Full, MarkingCodeState.Issued, true, CryptoTailOutcome.NotYetUtilised)]
    [DataRow(Full, MarkingCodeState.Utilised, true, CryptoTailOutcome.UsedBySaleCheck)]
    [DataRow(Full, MarkingCodeState.Received, true, CryptoTailOutcome.UsedBySaleCheck)]
    [DataRow(Pack, MarkingCodeState.Received, false, CryptoTailOutcome.Replace)]
    [DataRow(Cis, MarkingCodeState.Received, false, CryptoTailOutcome.AlreadyWithout)]
    [DataRow("00146000010000000011", MarkingCodeState.Received, false, CryptoTailOutcome.AlreadyWithout)]
    [DataRow("RU-123456-TST0000001", MarkingCodeState.Received, false, CryptoTailOutcome.AlreadyWithout)]
    [DataRow("0104600001000107215Ab!cD/eF+2gH\u001D93Ab1+", MarkingCodeState.Received, false, CryptoTailOutcome.Unreadable)]
    [DataRow("0104600001000120215kQ=7_T93Q1w2", MarkingCodeState.Received, false, CryptoTailOutcome.Unreadable)]
    [DataRow(null, MarkingCodeState.Received, false, CryptoTailOutcome.Unreadable)]
    public void Row_loses_its_tail_only_where_nobody_needs_it(string? code, MarkingCodeState state, bool isUsed, CryptoTailOutcome outcome) =>
        CryptoTailRule.Judge(new CryptoTailRow(code, state, isUsed)).Outcome.Should().Be(outcome);

    [TestMethod]
    public void Verdict_carries_the_identity_to_store_and_the_reason_to_report()
    {
        CryptoTailRule.Judge(new CryptoTailRow(Pack, MarkingCodeState.Received, false)).Code!.Cis.Should().Be("00000040100005aB3+xY9ABzU");
        CryptoTailRule.Judge(new CryptoTailRow("?", MarkingCodeState.Received, false)).Reading.Reason.Should().Be(MarkingReason.NotRecognised);
    }

    [TestMethod]
    public void Row_and_verdict_written_to_a_log_do_not_show_the_code()
    {
        var row = new CryptoTailRow(Full, MarkingCodeState.Received, false);

        $"{row} {CryptoTailRule.Judge(row)} {CryptoTailRule.Judge(row with { Code = "?" })}".Should().StartWith("Received Replace Unreadable: The text has none of the known forms");
    }

    [TestMethod]
    public void Rule_has_nothing_to_do_with_its_own_result()
    {
        var first = CryptoTailRule.Judge(new CryptoTailRow(Full, MarkingCodeState.Received, false));

        CryptoTailRule.Judge(new CryptoTailRow(first.Code!.Cis, MarkingCodeState.Received, false)).Outcome.Should().Be(CryptoTailOutcome.AlreadyWithout);
    }

    [TestMethod]
    public void Rows_of_one_identity_are_all_left_as_they_are()
    {
        var verdicts = CryptoTailRule.Judge(
        [
            new CryptoTailRow(Full, MarkingCodeState.Received, false),
            new CryptoTailRow(Pack, MarkingCodeState.Received, false),
            new CryptoTailRow(Full.Replace("Ab1+", "Zz9+", StringComparison.Ordinal), MarkingCodeState.Received, false),
        ]);

        verdicts.Select(verdict => verdict.Outcome).Should().Equal(CryptoTailOutcome.Conflict, CryptoTailOutcome.Replace, CryptoTailOutcome.Conflict);
    }

    [TestMethod]
    [DataRow(Cis, MarkingCodeState.Received, CryptoTailOutcome.AlreadyWithout)]
    [DataRow(Full, MarkingCodeState.Printed, CryptoTailOutcome.NotYetUtilised)]
    public void Row_that_is_not_cut_itself_still_holds_its_identity_against_others(string other, MarkingCodeState state, CryptoTailOutcome outcome)
    {
        var verdicts = CryptoTailRule.Judge([new CryptoTailRow(Full, MarkingCodeState.Received, false), new CryptoTailRow(other, state, false)]);

        verdicts.Select(verdict => verdict.Outcome).Should().Equal(CryptoTailOutcome.Conflict, outcome);
    }

    [TestMethod]
    public void Identities_are_compared_letter_case_included()
    {
        var verdicts = CryptoTailRule.Judge([new CryptoTailRow(Full, MarkingCodeState.Received, false), new CryptoTailRow(Full.Replace("cD", "Cd", StringComparison.Ordinal), MarkingCodeState.Received, false)]);

        verdicts.Should().OnlyContain(verdict => verdict.Outcome == CryptoTailOutcome.Replace);
    }
}
