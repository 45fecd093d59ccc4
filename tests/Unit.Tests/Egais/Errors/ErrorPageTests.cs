using System.Reflection;
using Unit.Tests.House;

namespace Unit.Tests.Egais.Errors;

/// <summary>Every code is provoked by a test and stands in the reference with its cure.</summary>
[TestClass]
public sealed class ErrorPageTests
{
    public static IEnumerable<object[]> Codes => Spoken.Split(' ').Select(code => new object[] { code });

    private const string Spoken =
        "UTM_OFFLINE UTM_TIMEOUT UTM_OUTCOME_UNKNOWN UTM_HTTP UTM_REFUSED UTM_TYPE_UNKNOWN UTM_WRONG_OWNER UTM_KEY UTM_NOT_XML UTM_BACKLOG EGAIS_FORMAT EGAIS_CONDUCT EGAIS_ALREADY_ACTED RATE_LIMITED VALIDATION "
        + "ACTION_NOT_ALLOWED DOCUMENT_NOT_FOUND PARAMETER_NOT_ALLOWED NOT_SAVED TRANSFER_IN_PROGRESS BUSY NO_SETTINGS PAIR_AMBIGUOUS F2_MISSING MARK_DUPLICATE "
        + "UTM_CERTIFICATE_EXPIRED UTM_CERTIFICATE_EXPIRING UTM_CHEQUES_STUCK UTM_SHARED UTM_NOT_ALONE UTM_TWICE NO_ANSWER DOCUMENT_TAKEN OTHER_ORGANISATION KIND_UNKNOWN RESTS_MISSING CHANGED_AFTER_ACT";

    // Those have a test of their own beside the tables.
    private static readonly string[] OnTheirOwn = ["MARK_DUPLICATE", "UTM_TWICE", "NO_ANSWER", "CHANGED_AFTER_ACT"];

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public void A_code_has_a_row_with_what_happened_and_what_to_do(string code)
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "reference", "errors.md")).SkipWhile(line => line != "## Reasons of ЕГАИС").Where(line => line.Split('|') is [_, var codes, ..] && codes.Contains($"`{code}`", StringComparison.Ordinal));

        var cells = rows.Should().ContainSingle().Which.Split('|', StringSplitOptions.TrimEntries);

        cells.Should().HaveCount(6);
        cells[2].Length.Should().BeGreaterThan(15);
        cells[4].Length.Should().BeGreaterThan(5);
    }

    [TestMethod]
    public void Every_code_is_provoked()
    {
        var provoked = new[] { typeof(ErrorTableTests), typeof(RefusedCallTests), typeof(FoundProblemTests) }
            .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<DataRowAttribute>()).Select(row => row.Data[0]).OfType<string>().Concat(OnTheirOwn);

        Codes.Select(code => (string)code[0]).Except(provoked).Should().BeEmpty();
    }
}
