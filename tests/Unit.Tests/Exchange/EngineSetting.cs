using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>An engine on a store in memory with a clock that is moved by hand.</summary>
public abstract class EngineSetting
{
    protected const string Id = "znak";
    protected const string Organisation = "7700000001";

    private readonly ExchangeOptions options = new() { NodeName = "server-a" };

    protected static ExchangeRun OneStep { get; } = new() { OneStep = true, User = "Иванова" };

    protected ManualTimeProvider Clock { get; } = new();

    protected MemoryExchangeStore Store { get; } = new();

    protected RemoteSide Remote { get; } = new();

    private protected ExchangeOptions Options => options;

    protected ScriptedAdapter Adapter { get; set; }

    protected IExchange Engine { get; set; }

    protected EngineSetting()
    {
        Adapter = new ScriptedAdapter(Remote);
        Engine = NewEngine();
    }

    /// <summary>An engine after a restart, or one of another server.</summary>
    protected IExchange NewEngine(IExchangeStore? store = null) => new ExchangeEngine(Id, store ?? Store, null, Clock, NullLogger<ExchangeEngine>.Instance, options);

    protected static OutgoingMessage Outgoing(string document = "док-1", string organisation = Organisation) =>
        new(organisation, ExampleStatuses.Introduce, [1, 2, 3]) { Document = document, DocumentKind = ExampleStatuses.MarkingKind, Purpose = "TrueApi", Action = "ПередайтеДанные", User = "Иванова" };

    protected async Task<ExchangeMessage> PrepareAsync(OutgoingMessage? message = null)
    {
        var change = (await Engine.PrepareAsync(Adapter, [message ?? Outgoing()], default)).Single();
        change.Error.Should().BeNull();
        return await FindAsync(change.MessageId!);
    }

    protected async Task<ExchangeMessage> FindAsync(string id) => (await Store.FindMessageAsync(Id, id, default))!;

    protected async Task<DocumentState> DocumentAsync(string document = "док-1") => (await Store.FindDocumentAsync(Id, document, default))!;

    protected ValueTask<ExchangeResult> StepAsync() => Engine.RunAsync(Adapter, OneStep, default);

    /// <summary>Runs in one step, then again after some time.</summary>
    protected async Task<ExchangeResult> StepAfterAsync(double seconds)
    {
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        return await StepAsync();
    }

    protected static ConnectorError Away { get; } = new(ConnectorErrorCode.Unavailable, "The other side is away.") { Reason = "AWAY", Retryable = true };

    /// <summary>Moves the clock until something has ended.</summary>
    protected async Task<T> DriveAsync<T>(Task<T> task, TimeSpan? by = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!task.IsCompleted)
        {
            deadline.Token.ThrowIfCancellationRequested();
            Clock.Advance(by ?? TimeSpan.FromSeconds(20));
            await Task.WhenAny(task, Task.Delay(2, deadline.Token));
        }

        return await task;
    }

    /// <summary>Steps, each two minutes or another time after the one before.</summary>
    protected async Task StepsAsync(int count, double seconds = 121)
    {
        for (var i = 0; i < count; i++) await StepAfterAsync(seconds);
    }
}
