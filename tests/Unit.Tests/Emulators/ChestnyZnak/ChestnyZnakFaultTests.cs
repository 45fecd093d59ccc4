using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakFaultTests
{
    [TestMethod]
    [DataRow(FaultKind.ResetBefore, 0)]
    [DataRow(FaultKind.ResetAfter, 3)]
    [DataRow(FaultKind.HalfBody, 3)]
    public async Task A_broken_answer_leaves_codes_handed_out_or_not(FaultKind kind, int handedOut)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 5);
        rig.System.Faults.Add(new Fault(kind, "suz GET codes"));

        await rig.Invoking(one => one.CodesAsync(order, 3)).Should().ThrowAsync<HttpRequestException>();
        var after = await rig.CodesAsync(order, 1);

        rig.System.Judge.HandedOut(order.OrderId).Should().HaveCount(handedOut + 1).And.EndWith(after.Codes);
    }

    [TestMethod]
    [DataRow(FaultKind.Hang, 0)]
    [DataRow(FaultKind.HangAfter, 3)]
    public async Task An_answer_that_never_comes_ends_with_the_connection(FaultKind kind, int handedOut)
    {
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { HangTime = TimeSpan.FromMilliseconds(50) });
        var order = rig.System.Seed.Order(rig.Milk, 5);
        rig.System.Faults.Add(new Fault(kind, "suz GET codes"));

        await rig.Invoking(one => one.CodesAsync(order, 3)).Should().ThrowAsync<HttpRequestException>();

        rig.System.Judge.HandedOut(order.OrderId).Should().HaveCount(handedOut);
    }

    [TestMethod]
    [DataRow(FaultBody.ErrorMessage, "{\"error_message\":")]
    [DataRow(FaultBody.Items, "[{\"errorMessage\":")]
    [DataRow(FaultBody.GlobalErrors, "{\"fieldErrors\":[{")]
    [DataRow(FaultBody.GlobalErrorTexts, "{\"globalErrors\":[\"")]
    [DataRow(FaultBody.CodeDescription, "{\"code\":503,")]
    [DataRow(FaultBody.Gateway, "{\"error\":")]
    [DataRow(FaultBody.Html, "<html>")]
    [DataRow(FaultBody.Empty, "")]
    [DataRow(FaultBody.TruncatedJson, "{\"error_message\":\"Сервис")]
    [DataRow(FaultBody.StackTrace, "java.lang.")]
    [DataRow(FaultBody.Xml, "<?xml")]
    public async Task An_error_comes_in_any_form_and_strikes_the_call_it_was_told(FaultBody body, string start)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api GET doc/list") { Status = 503, Body = body, After = 1, RetryAfter = 7 });

        var first = await rig.TrueAsync("v4 GET doc/list?pg=milk");
        var second = await rig.TrueAsync("v4 GET doc/list?pg=milk");
        var third = await rig.TrueAsync("v4 GET doc/list?pg=milk");

        (first.Status, second.Status, third.Status).Should().Be((200, 503, 200));
        second.Text.Should().StartWith(start);
        second.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        (second.Text.Length == 0).Should().Be(body == FaultBody.Empty);
    }

    [TestMethod]
    public async Task An_error_after_the_document_was_taken_leaves_the_document()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.StatusAfter, "true-api POST lk/documents/create") { Status = 502, Body = FaultBody.Html });

        var answer = await rig.TrueAsync("v3 POST lk/documents/create?pg=milk", ChestnyZnakRig.Envelope("LK_RECEIPT", "{}"));

        answer.Status.Should().Be(502);
        rig.System.World.Documents.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task Codes_come_again_as_the_same_block_or_as_another()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 9);
        rig.System.Faults.Add(new Fault(FaultKind.DuplicateBlock, "suz GET codes") { After = 1 }, new Fault(FaultKind.DuplicateCodes, "suz GET codes") { After = 2 });

        var first = await rig.CodesAsync(order, 3);
        var same = await rig.CodesAsync(order, 3);
        var other = await rig.CodesAsync(order, 3);

        same.Text.Should().Be(first.Text);
        other.Codes.Should().Equal(first.Codes);
        ((string)other.Json["blockId"]!).Should().NotBe((string)first.Json["blockId"]!);
    }

    [TestMethod]
    [DataRow(FaultKind.FewerCodes, 2)]
    [DataRow(FaultKind.MoreCodes, 6)]
    [DataRow(FaultKind.ForeignGtin, 4)]
    public async Task Codes_come_in_another_number_or_of_another_product(FaultKind kind, int count)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 9);
        rig.System.Faults.Add(new Fault(kind, "suz GET codes") { Count = 2 });

        var answer = await rig.CodesAsync(order, 4);

        answer.Codes.Should().HaveCount(count);
        answer.Codes.Count(code => !code.Contains(rig.Milk.Gtin, StringComparison.Ordinal)).Should().Be(kind == FaultKind.ForeignGtin ? 1 : 0);
        rig.System.World.Blocks.All.Single().Codes.Should().Equal(answer.Codes);
    }

    [TestMethod]
    [DataRow(FaultKind.ClosedByOther, 400, "CLOSED", 0)]
    [DataRow(FaultKind.ClosedByOtherAfter, 200, "CLOSED", 5)]
    [DataRow(FaultKind.AutoClose, 200, "CLOSED", 5)]
    public async Task An_order_closes_under_the_caller_s_hands(FaultKind kind, int status, string state, int handedOut)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 5);
        rig.System.Faults.Add(new Fault(kind, "suz GET codes"));

        var answer = await rig.CodesAsync(order, 5);

        answer.Status.Should().Be(status);
        rig.System.World.Orders.Find(order.OrderId)!.Status.Should().Be(state);
        rig.System.Judge.HandedOut().Should().HaveCount(handedOut);
    }

    [TestMethod]
    public async Task The_port_may_refuse_connections_and_open_again_with_all_that_was_known()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        await rig.System.RefuseConnectionsAsync();
        await rig.Awaiting(one => one.SuzAsync("v3 GET ping")).Should().ThrowAsync<HttpRequestException>();
        await rig.System.ListenAgainAsync();

        (await rig.SuzAsync("v3 GET ping")).Status.Should().Be(200);
    }

    [TestMethod]
    public async Task The_port_may_refuse_connections_for_a_time()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 5);
        rig.System.Faults.Add(new Fault(FaultKind.Refuse, "suz GET codes") { Milliseconds = 50 });

        await rig.Invoking(one => one.CodesAsync(order, 3)).Should().ThrowAsync<HttpRequestException>();
        await ChestnyZnakRig.UntilAsync(() => rig.System.Refusals == 1);
        var after = await rig.CodesAsync(order, 3);

        rig.System.Judge.HandedOut(order.OrderId).Should().Equal(after.Codes);
    }

    [TestMethod]
    public async Task A_right_answer_may_come_under_another_type()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.WrongType, "suz GET ping"));

        var answer = await rig.SuzAsync("v3 GET ping");

        (answer.Status, answer.Type).Should().Be((200, "text/html"));
        answer.Json["omsId"]!.ToString().Should().Be(rig.Owner.OmsId);
    }

    [TestMethod]
    public async Task A_request_may_be_handled_when_its_caller_has_gone()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock });
        var order = rig.System.Seed.Order(rig.Milk, 5);
        rig.System.Faults.Add(new Fault(FaultKind.SlowBefore, "suz GET codes") { Milliseconds = 60_000 });
        using var patience = new CancellationTokenSource();
        rig.Patience = patience.Token;
        var lost = rig.CodesAsync(order, 3);
        await ChestnyZnakRig.UntilAsync(() => rig.System.Faults.Left == 0);

        await patience.CancelAsync();
        await rig.Awaiting(_ => lost).Should().ThrowAsync<OperationCanceledException>();
        var before = rig.System.Judge.HandedOut().Count;
        await ChestnyZnakRig.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return rig.System.Judge.HandedOut().Count > 0;
        });

        before.Should().Be(0);
        rig.System.Judge.HandedOut().Should().HaveCount(3);
    }

    [TestMethod]
    public async Task An_answer_may_drip()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Drip, "suz GET ping") { Milliseconds = 1 });

        (await rig.SuzAsync("v3 GET ping")).Json["omsId"]!.ToString().Should().Be(rig.Owner.OmsId);
    }
}
