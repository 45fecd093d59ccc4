using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>The adapter of the tests holds to the contract of adapters itself.</summary>
[TestClass]
public sealed class ScriptedAdapterTests : ExchangeAdapterContract
{
    private static readonly ConnectorError No = new(ConnectorErrorCode.Unavailable, "No.");

    private readonly RemoteSide remote = new();
    private readonly ScriptedAdapter scripted;

    public ScriptedAdapterTests() => scripted = new ScriptedAdapter(remote);

    protected override IExchangeAdapter Adapter => scripted;

    protected override Task<ExchangeMessage> MessageAsync() => Task.FromResult(new ExchangeMessage("m-1", new OutgoingMessage("1", ExampleStatuses.Introduce, [1]) { Document = "д", DocumentKind = ExampleStatuses.MarkingKind }) { Stage = ExchangeStage.Sending, Attempt = 1 });

    protected override Task<int> ArrivalsAsync(ExchangeMessage message) => Task.FromResult(remote.Arrivals.GetValueOrDefault(message?.Id ?? ""));

    protected override Task LoseNextAnswerAsync() => Send((message, _) =>
    {
        remote.Arrive(message);
        return ValueTask.FromResult(SendOutcome.NoVerdict(No));
    });

    protected override Task GoAwayAsync()
    {
        scripted.OnReply = (_, _) => throw new ConnectorException(No);
        return Send((_, _) => ValueTask.FromResult(SendOutcome.NotSent(No)));
    }

    protected override Task RefuseNextAsync() => Send((_, _) => ValueTask.FromResult(SendOutcome.Refused(No)));

    protected override Task HangNextAsync() => Send(async (_, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        return null!;
    });

    protected override Task FinishAsync(ExchangeMessage message) => Task.CompletedTask;

    private Task Send(Func<ExchangeMessage, CancellationToken, ValueTask<SendOutcome>> behaviour)
    {
        scripted.OnSend = behaviour;
        return Task.CompletedTask;
    }
}
