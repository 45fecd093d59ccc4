using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit.Exchange;
using Unit.Tests.ChestnyZnak.Suz;

namespace Unit.Tests.ChestnyZnak.Codes;

[TestClass]
public sealed class TailCleaningTests
{
    private const string Gtin = "04600001000113";
    private readonly MovedTime time = new();
    private readonly MemoryMarkingCodeStore codes;
    private readonly MemoryConnectorRecords records;

    public TailCleaningTests() => (codes, records) = (new MemoryMarkingCodeStore(time), new MemoryConnectorRecords(time));

    [TestMethod]
    [DataRow(MarkingCodeState.Issued, false, true)]
    [DataRow(MarkingCodeState.Printed, false, true)]
    [DataRow(MarkingCodeState.Utilised, false, false)]
    [DataRow(MarkingCodeState.Received, false, false)]
    [DataRow(MarkingCodeState.Withdrawn, false, false)]
    [DataRow(MarkingCodeState.Utilised, true, true)]
    public async Task Only_codes_that_need_their_tail_no_more_lose_it(MarkingCodeState state, bool usedAtSale, bool stays)
    {
        await AddAsync(1, state, usedAtSale);

        await CleanAsync();

        codes.All[0].Text.Contains('\u001d').Should().Be(stays);
        codes.All[0].Cis.Should().Be(Cis(0));
    }

    [TestMethod]
    public async Task Several_portions_are_cleaned_and_a_second_run_finds_nothing_to_do()
    {
        await AddAsync(2500, MarkingCodeState.Utilised);

        var first = await CleanAsync();
        var second = await CleanAsync();

        first["cleaned"].Should().Be(2500L);
        second["looked"].Should().Be(0L);
        codes.All.Should().HaveCount(2500).And.OnlyContain(code => code.Text == code.Cis);
    }

    [TestMethod]
    public async Task Rows_of_one_identification_code_are_left_untouched_and_reported()
    {
        await AddAsync(1, MarkingCodeState.Utilised);
        await codes.AddAsync([new StoredMarkingCode($"{Cis(0)}\u001d93Zz9=", Cis(0), Gtin) { State = MarkingCodeState.Received }], CancellationToken.None);

        var report = await CleanAsync();

        report["conflicts"].Should().Be(2L);
        report["conflictCodes"].Should().BeEquivalentTo(new[] { Cis(0), Cis(0) });
        report["warnings"].Should().BeAssignableTo<IReadOnlyList<object?>>().Which.Should().ContainSingle();
        codes.All.Should().OnlyContain(code => code.Text.Contains('\u001d'));
    }

    [TestMethod]
    public async Task What_cannot_be_read_is_left_and_counted()
    {
        await codes.AddAsync([new StoredMarkingCode("rubbish rubbish", "rubbish", "") { State = MarkingCodeState.Received }], CancellationToken.None);

        var report = await CleanAsync();

        report["unreadable"].Should().Be(1L);
        codes.All[0].Text.Should().Be("rubbish rubbish");
    }

    [TestMethod]
    public async Task A_run_out_of_time_goes_on_where_it_was()
    {
        await AddAsync(2500, MarkingCodeState.Utilised, usedAtSale: true);
        var hurried = new TailCleaning(codes, records, TimeSpan.FromTicks(1), time, NullLogger.Instance);

        var looked = new List<object?>();
        looked.Add((await hurried.RunAsync(null, CancellationToken.None))["looked"]);
        looked.Add((await hurried.RunAsync(null, CancellationToken.None))["looked"]);
        looked.Add((await CleanAsync())["looked"]);

        looked.Cast<long>().Sum().Should().Be(2500);
        looked[0].Should().NotBe(2500L);
    }

    [TestMethod]
    public async Task Two_servers_do_not_clean_at_once()
    {
        await using var other = await records.TryLeaseAsync("tail-cleaning", TimeSpan.FromMinutes(1), CancellationToken.None);

        (await CleanAsync())["alreadyRunning"].Should().Be(true);
    }

    private static string Cis(int number) => $"01{Gtin}215{number:D5}";

    private Task<ConnectorRecord> CleanAsync() => new TailCleaning(codes, records, TimeSpan.FromMinutes(5), time, NullLogger.Instance).RunAsync(null, CancellationToken.None);

    private async Task AddAsync(int count, MarkingCodeState state, bool usedAtSale = false) =>
        await codes.AddAsync([.. Enumerable.Range(0, count).Select(one => new StoredMarkingCode($"{Cis(one)}\u001d93Ab1+", Cis(one), Gtin) { State = state, UsedAtSale = usedAtSale })], CancellationToken.None);
}
