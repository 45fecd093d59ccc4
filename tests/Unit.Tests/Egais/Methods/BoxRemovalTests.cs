using Cleverence.Connectivity;
using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>Nothing is deleted from a UTM that was not taken in from this very box.</summary>
[TestClass]
public sealed class BoxRemovalTests
{
    [TestMethod]
    public async Task What_has_the_number_of_a_kept_document_in_a_new_database_is_not_deleted()
    {
        await using var rig = await EgaisRig.StartAsync();
        var utm = rig.System[EgaisRig.A];
        utm.Faults.Add(new Fault(FaultKind.Status, "DELETE *") { Status = 500, Times = -1 });
        await rig.RecordAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A));
        await rig.RunOftenAsync();
        var first = utm.OutBox.First(entry => entry.Number == 1);
        utm.MakeDatabaseAnew();
        utm.Faults.Clear();
        rig.System.Seed.Entry(EgaisRig.A, first.Type, "<another/>").Path.Should().Be(first.Path);

        var refused = await DeleteAsync(rig, first.Path);

        refused.Reason.Should().Be("NOT_SAVED");
        utm.OutBox.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Nothing_is_deleted_or_shown_at_a_UTM_of_somebody_else()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System.Seed.ForeignTickets(EgaisRig.A, 1);
        var path = rig.System[EgaisRig.A].OutBox[0].Path;
        rig.System[EgaisRig.A].Conditions.KeyOwner = EgaisRig.B;

        (await DeleteAsync(rig, path, force: true)).Reason.Should().Be("UTM_WRONG_OWNER");
        (await rig.FailAsync("EgaisExchange.CheckIncoming", ("organisations", EgaisRig.A))).Reason.Should().Be("UTM_WRONG_OWNER");
        (await rig.FailAsync("EgaisExchange.GetIncomingMessages", ("organisations", EgaisRig.A))).Reason.Should().Be("UTM_WRONG_OWNER");
        rig.System[EgaisRig.A].OutBox.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow("/opt/in/5b8e0f7a")]
    [DataRow("/opt/out")]
    [DataRow("/opt/out/Ticket/1/../../../in/1")]
    [DataRow("/opt/out/Ticket/1?all=true")]
    [DataRow("/xml")]
    public async Task Only_documents_of_the_out_box_can_be_deleted(string path)
    {
        await using var rig = await EgaisRig.StartAsync();

        (await DeleteAsync(rig, path, force: true)).Reason.Should().Be("PARAMETER_NOT_ALLOWED");
        rig.System.Judge.Requests(EgaisRig.A, "DELETE *").Should().Be(0);
    }

    private static Task<ConnectorError> DeleteAsync(EgaisRig rig, string path, bool force = false) =>
        rig.FailAsync("EgaisExchange.DeleteIncoming", ("documents", new List<object?> { new ConnectorRecord { { "fsrarId", EgaisRig.A }, { "url", path } } }), ("force", force));
}
