using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Questions that get nonsense for an answer, organisations side by side, and the lease of a box.</summary>
[TestClass]
public sealed class AskingTests : EngineSetting
{
    private static readonly Dictionary<string, Func<ValueTask<ReplyOutcome>>> BadReplies = new()
    {
        ["null"] = () => ValueTask.FromResult<ReplyOutcome>(null!),
        ["unknown verdict"] = () => ValueTask.FromResult(new ReplyOutcome((ReplyVerdict)77)),
        ["exception"] = () => throw new IOException(),
        ["rejected as exception"] = () => throw new ConnectorException(ConnectorErrorCode.Rejected, "No."),
        ["own cancellation"] = () => throw new OperationCanceledException(),
    };

    private static readonly Dictionary<string, Func<ValueTask<FindOutcome>>> BadFinds = new()
    {
        ["null"] = () => ValueTask.FromResult<FindOutcome>(null!),
        ["unknown verdict"] = () => ValueTask.FromResult(new FindOutcome((FindVerdict)77)),
        ["exception"] = () => throw new IOException(),
        ["rejected as exception"] = () => throw new ConnectorException(ConnectorErrorCode.Rejected, "No."),
    };

    public static IEnumerable<object[]> Replies => BadReplies.Keys.Select(kind => new object[] { kind });

    public static IEnumerable<object[]> Finds => BadFinds.Keys.Select(kind => new object[] { kind });

    [TestMethod]
    [DynamicData(nameof(Replies))]
    public async Task Answer_that_is_none_leaves_the_message_accepted_with_a_reason_and_a_next_question(string kind)
    {
        Adapter.OnReply = (_, _) => BadReplies[kind]();
        var message = await PrepareAsync();
        await StepAsync();

        var result = await StepAfterAsync(5);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.LastError != null && kept.NextAttemptAt > Clock.GetUtcNow());
        result.Organisations.Single().Failed.Should().Be(1);
    }

    [TestMethod]
    [DynamicData(nameof(Finds))]
    public async Task Search_that_tells_nothing_leaves_the_message_uncertain_and_unsent(string kind)
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        Adapter.OnFind = (_, _) => BadFinds[kind]();
        var message = await PrepareAsync();
        await StepAsync();

        await StepAfterAsync(5);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Uncertain && kept.LastError != null && kept.NextAttemptAt > Clock.GetUtcNow());
        Adapter.Count("Send").Should().Be(1);
    }

    [TestMethod]
    public async Task Search_that_throws_every_time_tells_why_and_is_parked_in_its_time()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        Adapter.OnFind = (_, _) => throw new InvalidOperationException("the table has no such column");
        var message = await PrepareAsync();
        await StepAsync();

        await StepAfterAsync(5);
        var searched = await FindAsync(message.Id);
        await StepAfterAsync(Options.UncertainLimit.TotalSeconds);

        searched.Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Uncertain && kept.LastError!.Message.Contains("FindSentAsync: InvalidOperationException") && kept.LastError.Detail == "the table has no such column");
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Parked && kept.LastError!.Reason == "ARRIVAL_UNKNOWN" && kept.LastError.Detail!.Contains("FindSentAsync: InvalidOperationException. the table has no such column"));
        Adapter.Count("Send").Should().Be(1);
    }

    [TestMethod]
    public async Task Found_without_an_id_is_parked_with_the_reason()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        Adapter.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(FindVerdict.Found));
        var message = await PrepareAsync();
        await StepAsync();

        await StepAfterAsync(5);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Parked && kept.LastError!.Message.Contains("without an id"));
    }

    [TestMethod]
    public async Task Four_organisations_go_side_by_side_and_the_fifth_waits_for_a_place()
    {
        var going = 0;
        var most = 0;
        var release = new TaskCompletionSource();
        Adapter.OnSend = async (message, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref going));
            await release.Task;
            Interlocked.Decrement(ref going);
            return SendOutcome.Accepted(Remote.Arrive(message));
        };
        await Engine.PrepareAsync(Adapter, [.. Enumerable.Range(0, 5).Select(number => Outgoing($"док-{number}", $"{number}"))], default);

        var run = StepAsync().AsTask();
        await Poll.UntilAsync(() => Task.FromResult(Volatile.Read(ref going) == 4));
        release.SetResult();
        await run;

        most.Should().Be(4);
        Remote.Arrivals.Should().HaveCount(5);
    }

    [TestMethod]
    public async Task Box_that_another_server_reads_is_left_to_it()
    {
        var records = new HeldLeases { IsHeld = true };
        Adapter = new ReceivingAdapter(Remote);
        Remote.Box["w"] = (new IncomingItem(Organisation, "w", "/w"), [1]);
        Engine = new ExchangeEngine(Id, Store, records, Clock, NullLogger<ExchangeEngine>.Instance, Options);

        await Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation] }, default);
        Adapter.Count("List").Should().Be(0);
        records.IsHeld = false;
        await Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation] }, default);

        Adapter.Count("Handle").Should().Be(1);
        records.Given.Should().Equal($"receive/{Organisation}");
    }
}
