using System.Diagnostics;
using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmFaultTests
{
    private static readonly string Question = UtmDocuments.Question(UtmRig.A, "QueryRests_v2");

    [TestMethod]
    [DataRow(FaultKind.ResetBefore, 0)]
    [DataRow(FaultKind.Hang, 0)]
    [DataRow(FaultKind.ResetAfter, 1)]
    [DataRow(FaultKind.HangAfter, 1)]
    [DataRow(FaultKind.HalfBody, 1)]
    public async Task An_answer_that_does_not_come_leaves_the_document_taken_or_not(FaultKind kind, int taken)
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { HangTime = TimeSpan.FromMilliseconds(50) });
        rig.System[UtmRig.A].Faults.Add(new Fault(kind, "POST /opt/in/*"));

        await rig.Invoking(one => one.PostAsync(UtmRig.A, "QueryRests_v2", Question)).Should().ThrowAsync<HttpRequestException>();

        rig.System.Judge.Posts().Should().HaveCount(taken);
        (await rig.PostAsync(UtmRig.A, "QueryRests_v2", Question)).Status.Should().Be(200);
    }

    [TestMethod]
    [DataRow(FaultKind.Error, 0, 500, "<error>Ошибка обработки документа</error>", 0)]
    [DataRow(FaultKind.Error, 200, 200, "<error>Ошибка обработки документа</error>", 0)]
    [DataRow(FaultKind.Status, 503, 503, "", 0)]
    [DataRow(FaultKind.Status, 404, 404, "", 0)]
    [DataRow(FaultKind.StatusAfter, 500, 500, "", 1)]
    [DataRow(FaultKind.Html, 0, 200, "<html>", 0)]
    [DataRow(FaultKind.NothingSaid, 0, 200, "<A><ver>2</ver></A>", 1)]
    public async Task An_answer_that_is_wrong_leaves_the_document_taken_or_not(FaultKind kind, int status, int answered, string text, int taken)
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System[UtmRig.A].Faults.Add(new Fault(kind, "POST /opt/in/QueryRests_v2") { Status = status });

        var answer = await rig.PostAsync(UtmRig.A, "QueryRests_v2", Question);

        (answer.Status, rig.World.Posts.Count).Should().Be((answered, taken));
        answer.Text.Contains(text, StringComparison.Ordinal).Should().BeTrue(answer.Text);
    }

    [TestMethod]
    public async Task Faults_strike_the_call_of_the_out_box_they_are_told()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.ForeignTickets(UtmRig.A, 2);
        rig.System[UtmRig.A].Faults.Add(new Fault(FaultKind.Html, "GET /opt/out"), new Fault(FaultKind.Status, "GET /opt/out/Ticket/*") { Status = 404, After = 1 }, new Fault(FaultKind.Status, "DELETE /opt/out/*"));

        (await rig.GetAsync(UtmRig.A, "opt/out")).Type.Should().Be("text/html");
        (await rig.GetAsync(UtmRig.A, "opt/out/Ticket/1")).Status.Should().Be(200);
        (await rig.GetAsync(UtmRig.A, "opt/out/Ticket/2")).Status.Should().Be(404);
        (await rig.DeleteAsync(UtmRig.A, "opt/out/Ticket/1")).Status.Should().Be(500);

        rig.System[UtmRig.A].Faults.Left.Should().Be(0);
        (await rig.GetAsync(UtmRig.A, "opt/out")).Urls.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task An_offline_UTM_refuses_connections_and_the_other_does_not()
    {
        await using var rig = await UtmRig.StartAsync();

        await rig.System[UtmRig.A].GoOfflineAsync();
        await rig.Invoking(one => one.GetAsync(UtmRig.A, "opt/out")).Should().ThrowAsync<HttpRequestException>();
        var other = await rig.GetAsync(UtmRig.B, "opt/out");
        await rig.System[UtmRig.A].ComeOnlineAsync();

        other.Status.Should().Be(200);
        (await rig.GetAsync(UtmRig.A, "opt/out")).Status.Should().Be(200);
    }

    [TestMethod]
    public async Task Tickets_can_come_twice_and_in_the_opposite_order()
    {
        await using var rig = await UtmRig.StartAsync();
        var twists = rig.System[UtmRig.A].Twists;
        (twists.DuplicateTickets, twists.ReverseOrder) = (true, true);

        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Confirm Accepted AWO-0000000001", "Confirm Accepted AWO-0000000001", "Accepted", "Accepted");
    }

    [TestMethod]
    public async Task Tickets_can_be_without_identity_and_with_a_request_in_capitals()
    {
        await using var rig = await UtmRig.StartAsync();
        var twists = rig.System[UtmRig.A].Twists;
        (twists.TicketsWithoutIdentity, twists.DashlessTransportIds, twists.TicketsWithoutReplyId, twists.VerdictsInCapitals) = (true, true, true, true);

        var request = await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1));

        var ticket = (await rig.BodiesAsync(UtmRig.A, "Ticket"))[0];
        (UtmDocuments.Text(ticket, "Identity"), UtmDocuments.Text(ticket, "TransportId"), UtmDocuments.Text(ticket, "Conclusion")).Should().Be((null, request.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(), "ACCEPTED"));
        (await rig.GetAsync(UtmRig.A, "opt/out")).Urls.Should().OnlyContain(one => one.Attribute("replyId") == null);
    }

    [TestMethod]
    public async Task Both_verdicts_can_come_in_one_ticket()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System[UtmRig.A].Twists.JoinTickets = true;

        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1));

        var ticket = (await rig.BodiesAsync(UtmRig.A, "Ticket")).Single();
        (UtmDocuments.Text(ticket, "Conclusion"), UtmDocuments.Text(ticket, "OperationName"), UtmDocuments.Text(ticket, "RegID")).Should().Be(("Accepted", "Confirm", "AWO-0000000001"));
    }

    [TestMethod]
    [DataRow("FORM2REGINFO", "WayBill_v4")]
    [DataRow("WayBill_v4", "FORM2REGINFO")]
    public async Task Half_a_waybill_is_held_back_until_it_is_released(string held, string shown)
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System[UtmRig.B].Twists.Hold = $"{held}, TTNHISTORYF2REG";
        var batch = rig.Stock();
        await rig.TakenAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, batch, 12));

        var before = (await rig.GetAsync(UtmRig.B, "opt/out")).Paths;
        var released = rig.System[UtmRig.B].Release(held);

        before.Should().ContainSingle().Which.Should().Contain(shown);
        released.Should().Be(1);
        (await rig.GetAsync(UtmRig.B, "opt/out")).Urls.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task A_second_ticket_can_come_late()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System[UtmRig.A].Twists.Hold = "Ticket/Confirm";
        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1));

        var before = await rig.VerdictsAsync(UtmRig.A);
        await rig.ControlAsync("release?kind=Ticket/*", "");

        before.Should().Equal("Accepted");
        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", "Confirm Accepted AWO-0000000001");
    }

    [TestMethod]
    [DataRow("Документ не соответствует схеме", "", "Rejected")]
    [DataRow("", "Остаток заблокирован", "Confirm Rejected")]
    public async Task The_registry_can_be_told_to_refuse_in_its_own_words(string reject, string refuse, string last)
    {
        await using var rig = await UtmRig.StartAsync();
        (rig.System[UtmRig.A].Twists.RejectText, rig.System[UtmRig.A].Twists.RefuseText) = (reject, refuse);

        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1));

        var ticket = (await rig.BodiesAsync(UtmRig.A, "Ticket"))[^1];
        UtmDocuments.Verdict(ticket).Should().Be(last);
        (UtmDocuments.Text(ticket, "Comments") ?? UtmDocuments.Text(ticket, "OperationComment")).Should().Be(reject + refuse);
        rig.World.Acts.Count.Should().Be(0);
    }

    [TestMethod]
    public async Task An_answer_can_be_late()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.System[UtmRig.A].Faults.Add(new Fault(FaultKind.Slow, "POST /opt/in/*") { Milliseconds = 300 });
        var watch = Stopwatch.StartNew();

        (await rig.PostAsync(UtmRig.A, "QueryRests_v2", Question)).Status.Should().Be(200);

        watch.ElapsedMilliseconds.Should().BeGreaterThanOrEqualTo(290);
    }
}
