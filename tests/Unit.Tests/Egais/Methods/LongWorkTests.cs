using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Methods;

/// <summary>Works that jobs carry on: marks of all batches, lost waybills.</summary>
[TestClass]
public sealed class LongWorkTests
{
    [TestMethod]
    public async Task The_marks_of_several_batches_are_asked_for_one_by_one_as_the_gate_allows()
    {
        await using var rig = await EgaisRig.StartAsync();
        var batches = new List<object?> { rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 2).F2, rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 2).F2 };
        var filled = await rig.RecordAsync("EgaisQueries.RequestMarksByF2", ("fsrarId", EgaisRig.A), ("f2", batches));

        await StepAsync(rig);
        await rig.RunOftenAsync();
        var early = await StepAsync(rig);
        rig.Clock.Advance(TimeSpan.FromMinutes(35));
        await StepAsync(rig);
        await rig.RunOftenAsync();
        var done = await StepAsync(rig);

        filled["waiting"].Should().Be(2L);
        early["completed"].Should().Be(1L);
        early["waiting"].Should().Be(1L);
        done["completed"].Should().Be(2L);
        rig.System.Judge.Posts(EgaisRig.A).Should().HaveCount(2);
    }

    [TestMethod]
    public async Task A_batch_that_the_registry_was_asked_for_too_early_is_asked_for_again_when_the_gate_opens()
    {
        await using var rig = await EgaisRig.StartAsync(Impatient, options => options.LimitRates = true);
        var batches = new List<object?> { rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 2).F2, rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 2).F2 };
        await rig.RecordAsync("EgaisQueries.RequestMarksByF2", ("fsrarId", EgaisRig.A), ("f2", batches));
        await StepAsync(rig);
        await rig.RunOftenAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        await StepAsync(rig);
        await rig.RunOftenAsync();

        var refused = await StepAsync(rig);
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        await StepAsync(rig);
        await rig.RunOftenAsync();
        var done = await StepAsync(rig);

        refused["retry"].Should().Be(1L);
        refused["error"].Should().Be(0L);
        done["completed"].Should().Be(2L);
    }

    [TestMethod]
    public async Task A_batch_number_of_the_wrong_form_is_refused()
    {
        await using var rig = await EgaisRig.StartAsync();

        (await rig.FailAsync("EgaisQueries.RequestMarksByF2", ("fsrarId", EgaisRig.A), ("f2", "FB-1"))).Reason.Should().Be("PARAMETER_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task A_waybill_that_never_arrived_is_asked_for_again_and_arrives()
    {
        await using var rig = await EgaisRig.StartAsync();
        var batch = rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 6);
        rig.System.Seed.Waybill(EgaisRig.A, EgaisRig.B, [(batch, 6)]);
        await rig.RemoveByHandAsync(EgaisRig.B);

        await rig.RecordAsync("EgaisQueries.RecoverWaybills", ("organisations", EgaisRig.B));
        await rig.RunOftenAsync();
        var asked = await rig.RecordAsync("EgaisQueries.RecoverWaybills", ("organisations", EgaisRig.B));
        await rig.RunOftenAsync();
        var again = await rig.RecordAsync("EgaisQueries.RecoverWaybills", ("organisations", EgaisRig.B));

        ((IReadOnlyList<object?>)((ConnectorRecord)((IReadOnlyList<object?>)asked["results"]!)[0]!)["askedAgain"]!).Should().ContainSingle();
        ((IReadOnlyList<object?>)((ConnectorRecord)((IReadOnlyList<object?>)again["results"]!)[0]!)["askedAgain"]!).Should().BeEmpty();
        (await rig.StateAsync(await rig.IncomingAsync())).Should().Be("ReceivedFromEgais");
    }

    [TestMethod]
    public async Task A_job_of_questions_fails_where_no_organisation_could_be_asked()
    {
        await using var rig = await EgaisRig.StartAsync();

        (await rig.FailAsync("EgaisQueries.RefreshRests", ("organisations", "030000000777"))).Reason.Should().Be("NO_SETTINGS");
    }

    private static void Impatient(EgaisSettings settings)
    {
        settings.Queries.MarksInterval = "00:20:00";
        settings.Queries.TooOftenWords.Add("не чаще");
    }

    private static async Task<ConnectorRecord> StepAsync(EgaisRig rig) =>
        (ConnectorRecord)((IReadOnlyList<object?>)(await rig.RecordAsync("EgaisQueries.StepMarksJob", ("organisations", EgaisRig.A)))["results"]!)[0]!;
}
