using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Transmissions without a readable verdict, of many kinds, with the message arrived or not. Nothing is lost, nothing is sent twice.</summary>
[TestClass]
public sealed class LostAnswerTests : EngineSetting
{
    private static readonly Dictionary<string, Func<CancellationToken, ValueTask<SendOutcome>>> Kinds = new()
    {
        ["reset"] = _ => throw new IOException("reset"),
        ["no route"] = _ => throw new HttpRequestException("no answer"),
        ["read time-out"] = _ => throw new TimeoutException(),
        ["cancelled by itself"] = _ => throw new TaskCanceledException(),
        ["own exception"] = _ => throw new InvalidOperationException("bug"),
        ["null reference"] = _ => ValueTask.FromResult(SendOutcome.Accepted(((string?)null)!.Trim())),
        ["disposed"] = _ => throw new ObjectDisposedException("client"),
        ["aggregate"] = _ => throw new AggregateException(new IOException()),
        ["unavailable"] = _ => throw new ConnectorException(Away with { InDoubt = true }),
        ["unavailable, not in doubt"] = _ => throw new ConnectorException(Away),
        ["timeout"] = _ => throw new ConnectorException(ConnectorErrorCode.Timeout, "Too late."),
        ["failed"] = _ => throw new ConnectorException(ConnectorErrorCode.Failed, "Broken."),
        ["access denied"] = _ => throw new ConnectorException(ConnectorErrorCode.AccessDenied, "Who?"),
        ["rejected in doubt"] = _ => throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, "Perhaps.") { InDoubt = true }),
        ["later fault"] = async _ =>
        {
            await Task.Yield();
            throw new IOException("half an answer");
        },
        ["null"] = _ => ValueTask.FromResult<SendOutcome>(null!),
        ["accepted without id"] = _ => ValueTask.FromResult(new SendOutcome(SendVerdict.Accepted)),
        ["accepted with an empty id"] = _ => ValueTask.FromResult(new SendOutcome(SendVerdict.Accepted) { RequestId = " " }),
        ["unknown verdict"] = _ => ValueTask.FromResult(new SendOutcome((SendVerdict)99)),
        ["no verdict"] = _ => ValueTask.FromResult(SendOutcome.NoVerdict(Away)),
        ["no verdict without a reason"] = _ => ValueTask.FromResult(new SendOutcome(SendVerdict.NoVerdict)),
        ["hangs until its token ends"] = async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        },
        ["hangs for ever"] = _ => new ValueTask<SendOutcome>(new TaskCompletionSource<SendOutcome>().Task),
    };

    public static IEnumerable<object[]> Lost => from kind in Kinds.Keys from arrived in new[] { true, false } select new object[] { kind, arrived };

    [TestMethod]
    [DynamicData(nameof(Lost))]
    public async Task Lost_answer_is_looked_for_and_the_document_arrives_once(string kind, bool arrived)
    {
        LoseFirst(kind, arrived);
        var message = await PrepareAsync();

        await DriveAsync(StepAsync().AsTask());
        await StepsAsync(3);

        await AssertUncertainAsync(message.Id);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        Remote.Arrivals.Should().ContainSingle().Which.Value.Should().Be(1);
        Adapter.Count("Send").Should().Be(arrived ? 1 : 2);
    }

    [TestMethod]
    [DynamicData(nameof(Lost))]
    public async Task Lost_answer_that_cannot_be_found_out_is_parked_for_a_person_and_never_sent_again(string kind, bool arrived)
    {
        LoseFirst(kind, arrived);
        Adapter.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(FindVerdict.Never));
        var message = await PrepareAsync();

        await DriveAsync(StepAsync().AsTask());
        await StepsAsync(5);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Parked && kept.LastError != null);
        (await DocumentAsync()).Should().Match<DocumentState>(state => state.Status == "ВводВОборотТребуетРешения" && state.Actions.Count > 0);
        Adapter.Count("Send").Should().Be(1);
    }

    [TestMethod]
    [DataRow(ConnectorErrorCode.Rejected)]
    [DataRow(ConnectorErrorCode.InvalidArguments)]
    public async Task Refusal_by_exception_is_a_refusal(ConnectorErrorCode code)
    {
        Adapter.OnSend = (_, _) => throw new ConnectorException(code, "Wrong content.");
        var message = await PrepareAsync();

        await StepAsync();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Rejected && kept.LastError!.Message == "Wrong content.");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Run_that_is_stopped_while_sending_leaves_the_message_uncertain(bool honoursTheToken)
    {
        using var stop = new CancellationTokenSource();
        var sending = new TaskCompletionSource();
        Adapter.OnSend = async (sent, token) =>
        {
            Remote.Arrive(sent);
            sending.TrySetResult();
            await Task.Delay(Timeout.Infinite, honoursTheToken ? token : CancellationToken.None);
            return null!;
        };
        var message = await PrepareAsync();
        var run = Engine.RunAsync(Adapter, OneStep, stop.Token).AsTask();
        await sending.Task;

        await stop.CancelAsync();
        await FluentActions.Awaiting(() => DriveAsync(run)).Should().ThrowAsync<OperationCanceledException>();

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Uncertain);
        await StepsAsync(2);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        Remote.Arrivals.Values.Should().Equal(1);
    }

    [TestMethod]
    public async Task Adapter_that_blocks_before_its_first_await_is_left_behind()
    {
        using var release = new ManualResetEventSlim();
        Adapter.OnSend = (sent, _) =>
        {
            Remote.Arrive(sent);
            release.Wait();
            return ValueTask.FromResult(SendOutcome.Accepted("late"));
        };
        var message = await PrepareAsync();

        await DriveAsync(StepAsync().AsTask());
        release.Set();

        (await AssertUncertainAsync(message.Id)).Should().Match<ConnectorError>(error => error.Reason == "ADAPTER_FAILED" && error.Code == ConnectorErrorCode.Timeout);
        Remote.Arrivals.Values.Should().Equal(1);
    }

    private async Task<ConnectorError> AssertUncertainAsync(string messageId)
    {
        var protocol = await Engine.ListProtocolAsync(messageId, default);
        var error = protocol.Single(record => record.Stage == ExchangeStage.Uncertain).Fact!.Error!;
        error.InDoubt.Should().BeTrue();
        return error;
    }

    private void LoseFirst(string kind, bool arrived)
    {
        var sent = 0;
        Adapter.OnSend = (message, token) =>
        {
            var first = Interlocked.Increment(ref sent) == 1;
            var id = first && !arrived ? "" : Remote.Arrive(message);
            return first ? Kinds[kind](token) : ValueTask.FromResult(SendOutcome.Accepted(id));
        };
    }
}
