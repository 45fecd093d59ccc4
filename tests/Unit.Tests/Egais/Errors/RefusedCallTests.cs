using Cleverence.Connectivity;
using Unit.Tests.Egais.Methods;

namespace Unit.Tests.Egais.Errors;

/// <summary>Every code of a call that is refused: what is told of it, and that no machine repeats it.</summary>
[TestClass]
public sealed class RefusedCallTests
{
    [TestMethod]
    [DataRow("RATE_LIMITED", "Busy", true, "may be asked again from 2026-05-31 13:00:00Z")]
    [DataRow("VALIDATION", "InvalidArguments", false, "cannot be sent")]
    [DataRow("ACTION_NOT_ALLOWED", "Rejected", false, "possible: TransferData")]
    [DataRow("DOCUMENT_NOT_FOUND", "InvalidArguments", false, "EgaisDocuments.Save")]
    [DataRow("PARAMETER_NOT_ALLOWED", "InvalidArguments", false, "")]
    [DataRow("NOT_SAVED", "Rejected", false, "Receive first, or give force")]
    [DataRow("TRANSFER_IN_PROGRESS", "Rejected", false, "cannot be taken back now")]
    [DataRow("BUSY", "Busy", true, "Wait for it or try again")]
    [DataRow("NO_SETTINGS", "InvalidArguments", false, "Add it to organisations")]
    [DataRow("OTHER_ORGANISATION", "InvalidArguments", false, "belongs to 030000000001")]
    [DataRow("KIND_UNKNOWN", "InvalidArguments", false, "Known: ")]
    [DataRow("DOCUMENT_TAKEN", "Conflict", false, "under an id of its own")]
    [DataRow("RESTS_MISSING", "Rejected", false, "RequestRests")]
    [DataRow("UTM_SHARED", "Rejected", false, "Set 'exclusive'")]
    public async Task A_call_that_is_refused_says_what_to_do_and_is_repeated_by_nobody(string code, string kind, bool retryable, string cure)
    {
        await using var rig = await EgaisRig.StartAsync();

        var error = await Refusals.All[code](rig);
        await rig.RunOftenAsync();
        var posts = rig.System.Judge.Posts().Count;
        await rig.RunLongAsync();

        (error.Reason, error.Code.ToString(), error.Retryable).Should().Be((code, kind, retryable));
        error.Message.Should().Match($"*{cure}*");
        error.MessageRu.Should().MatchRegex("[а-я]");
        error.InDoubt.Should().BeFalse();
        rig.System.Judge.Posts().Should().HaveCount(posts);
    }

    [TestMethod]
    public async Task A_document_that_cannot_be_built_names_every_path_with_its_rule()
    {
        await using var rig = await EgaisRig.StartAsync();

        var error = await Refusals.All["VALIDATION"](rig);

        error.Offenders.Should().HaveCountGreaterThan(1).And.OnlyContain(offender => offender.Contains(": ", StringComparison.Ordinal));
        rig.Store.Messages.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_shut_gate_tells_how_long_to_wait_and_opens_then()
    {
        await using var rig = await EgaisRig.StartAsync();

        var error = await Refusals.All["RATE_LIMITED"](rig);
        rig.Clock.Advance(error.RetryAfter!.Value);

        (await rig.RecordAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A), ("force", true)))["state"].Should().Be("Asked");
    }

    [TestMethod]
    public async Task A_question_without_an_answer_ends_in_its_time_and_is_not_asked_again_by_itself()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.A].Twists.Hold = "*";
        await rig.RecordAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A));

        await rig.RunLongAsync();

        rig.Store.Messages.Single().LastError!.Reason.Should().Be("NO_ANSWER");
        rig.System.Judge.Posts().Should().ContainSingle();
    }
}
