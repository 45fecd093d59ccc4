using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>Questions to the registry and their gates.</summary>
[TestClass]
public sealed class QuestionTests
{
    [TestMethod]
    public async Task Stock_is_asked_for_once_and_then_given_from_what_is_stored()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 12);

        var asked = await AskAsync(rig);
        var again = await AskAsync(rig);
        await rig.RunOftenAsync();
        var answered = await AskAsync(rig);
        var rests = await rig.RecordAsync("EgaisQueries.GetRests", ("fsrarId", EgaisRig.A), ("filter", new ConnectorRecord { { "alcCode", rig.Vodka.AlcCode } }));

        asked["state"].Should().Be("Asked");
        again["messageId"].Should().Be(asked["messageId"]);
        answered["state"].Should().Be("Answered");
        ((IReadOnlyList<object?>)rests["rows"]!).Should().ContainSingle();
        rig.System.Judge.Posts(EgaisRig.A).Should().ContainSingle();
    }

    [TestMethod]
    public async Task Insisting_within_the_interval_is_refused_with_the_earliest_time_also_after_a_restart()
    {
        await using var rig = await EgaisRig.StartAsync();
        await AskAsync(rig);
        await rig.RunOftenAsync();
        rig.NewConnector();

        var refused = await rig.FailAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A), ("force", true));
        rig.Clock.Advance(TimeSpan.FromMinutes(60));
        await AskAsync(rig, force: true);

        refused.Reason.Should().Be("RATE_LIMITED");
        refused.RetryAfter.Should().Be(TimeSpan.FromMinutes(59));
        rig.System.Judge.Posts(EgaisRig.A).Should().HaveCount(2);
    }

    [TestMethod]
    public async Task The_stock_of_the_other_register_has_a_gate_of_its_own()
    {
        await using var rig = await EgaisRig.StartAsync();
        await AskAsync(rig);

        await rig.RecordAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A), ("register", 2L));

        rig.System.Judge.Posts(EgaisRig.A).Select(post => post.Element).Should().Equal("QueryRests_v2", "QueryRestsShop_v2");
    }

    [TestMethod]
    public async Task A_question_that_never_left_does_not_shut_its_gate()
    {
        await using var rig = await EgaisRig.StartAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();
        var asked = await AskAsync(rig);
        await rig.RecordAsync("EgaisExchange.Decide", ("message", asked["messageId"]), ("decision", "Drop"));
        await rig.System[EgaisRig.A].ComeOnlineAsync();

        (await AskAsync(rig))["state"].Should().Be("Asked");
    }

    [TestMethod]
    public async Task A_question_whose_answer_was_lost_and_found_counts_for_its_gate()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.ResetAfter, "POST /opt/in/*"));
        await AskAsync(rig);
        await rig.RunOftenAsync(5);

        var refused = await rig.FailAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A), ("force", true));

        refused.Reason.Should().Be("RATE_LIMITED");
        rig.Store.Messages.Single().Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task A_question_that_nobody_answers_ends_in_its_time_and_may_be_asked_again()
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.A].Twists.Hold = "*";
        var asked = await rig.RecordAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A));

        await rig.RunAsync(11 * 60);
        var end = rig.Store.Messages.Single();
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        await rig.RecordAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A));

        end.LastError!.Reason.Should().Be("NO_ANSWER");
        end.Id.Should().Be((string)asked["messageId"]!);
        rig.System.Judge.Posts(EgaisRig.A).Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow("", ExchangeStage.Done)]
    [DataRow("*", ExchangeStage.Rejected)]
    public async Task A_question_to_send_a_waybill_again_ends_well_where_the_waybill_is_here(string held, ExchangeStage end)
    {
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.B].Twists.Hold = held;
        var sent = await rig.SaveWaybillAsync();
        await rig.PrepareAsync(sent);
        await rig.RunOftenAsync();
        var regId = (string)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", sent)))["regId"]!;

        // The waybill that comes is put away as a repetition, letter by letter; here none comes at all, which looks the same.
        rig.System[EgaisRig.B].Twists.Hold = "*";
        await rig.RecordAsync("EgaisQueries.ResendWaybill", ("fsrarId", EgaisRig.B), ("regId", regId));
        await rig.RunAsync(31 * 60);

        rig.Store.Messages.Single(message => message.Content.Operation == "QueryResend").Stage.Should().Be(end);
    }

    [TestMethod]
    public async Task A_refusal_because_of_frequency_moves_the_gate_by_a_full_interval()
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.Queries.UnansweredInterval = "00:10:00", options => options.LimitRates = true);
        await rig.RecordAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A));
        await rig.RunOftenAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        await rig.RecordAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A), ("force", true));
        await rig.RunOftenAsync();

        var refused = await rig.FailAsync("EgaisQueries.RequestUnanswered", ("fsrarId", EgaisRig.A), ("force", true));

        refused.RetryAfter.Should().BeGreaterThan(TimeSpan.FromMinutes(9) - TimeSpan.FromSeconds(1));
    }

    [TestMethod]
    [DataRow("QueryOrganisation", "КОД", "1", DisplayName = "an organisation is not asked by a product code")]
    [DataRow("QueryProducts", "СИО", "030000000002", DisplayName = "products are not asked by a place")]
    [DataRow("QueryProducts", "ИНН", "77", DisplayName = "an INN has 10 or 12 digits")]
    [DataRow("QueryStars", "ИНН", "7700000002", DisplayName = "there is no such classifier")]
    public async Task A_classifier_is_asked_only_by_what_it_knows(string operation, string name, string value)
    {
        await using var rig = await EgaisRig.StartAsync();

        (await rig.FailAsync("EgaisExchange.PrepareClassifierQuery", ("fsrarId", EgaisRig.A), ("operation", operation), ("parameterName", name), ("parameterValue", value))).Reason.Should().Be("PARAMETER_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task An_organisation_is_found_by_its_place()
    {
        await using var rig = await EgaisRig.StartAsync();
        var query = new (string, object?)[] { ("fsrarId", EgaisRig.A), ("operation", "ЗапросДанныхОрганизации"), ("parameterName", "SIO"), ("parameterValue", EgaisRig.B) };
        await rig.RecordAsync("EgaisExchange.PrepareClassifierQuery", query);
        await rig.RunAsync(10);
        rig.Clock.Advance(TimeSpan.FromSeconds(10));

        var answer = await rig.RecordAsync("EgaisExchange.PrepareClassifierQuery", query);

        answer["state"].Should().Be("Answered");
        ((ConnectorRecord)answer["answer"]!).Count.Should().BePositive();
    }

    [TestMethod]
    public async Task A_question_that_is_asked_again_is_answered_again_although_the_answer_is_the_same_to_the_byte()
    {
        await using var rig = await EgaisRig.StartAsync(options: options => options.Variety = false);
        var query = new (string, object?)[] { ("fsrarId", EgaisRig.A), ("operation", "QueryOrganisation"), ("parameterName", "СИО"), ("parameterValue", EgaisRig.B), ("force", true) };
        await rig.RecordAsync("EgaisExchange.PrepareClassifierQuery", query);
        await rig.RunOftenAsync();
        rig.Clock.Advance(TimeSpan.FromHours(1));

        await rig.RecordAsync("EgaisExchange.PrepareClassifierQuery", query);
        await rig.RunOftenAsync();

        (await rig.Store.ListIncomingAsync("egais", EgaisRig.A, [IncomingStage.Acknowledged], null, 100, false, default)).GroupBy(item => item.Hash).Should().Contain(group => group.Count() == 2, "otherwise nothing is tested");
        rig.Store.Messages.Select(message => message.Stage).Should().Equal(ExchangeStage.Done, ExchangeStage.Done);
        rig.System[EgaisRig.A].OutBox.Should().BeEmpty();
    }

    private static Task<ConnectorRecord> AskAsync(EgaisRig rig, bool force = false) => rig.RecordAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A), ("force", force));
}
