using Cleverence.Connectivity.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>What is to be sent at once is sent by the run that names it, or never.</summary>
[TestClass]
public sealed class ImmediateTests : EngineSetting
{
    [TestMethod]
    public async Task Message_whose_run_never_came_is_never_sent_and_cancelled_after_a_minute()
    {
        var message = await PrepareAsync(Outgoing() with { Immediate = true });

        await StepAfterAsync(59);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Enqueued);
        var result = await StepAfterAsync(1);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Cancelled && now.LastError!.Reason == "NOT_SENT_AT_ONCE");
        (await DocumentAsync()).Status.Should().Be("Черновик");
        result.Changes.Should().ContainSingle().Which.Error!.Reason.Should().Be("NOT_SENT_AT_ONCE");
        Adapter.Count("Send").Should().Be(0);
    }

    [TestMethod]
    public async Task Message_that_could_not_be_sent_in_its_run_is_cancelled_there_and_not_sent_later()
    {
        await PrepareAsync();
        var busy = (await Store.ClaimToSendAsync(new Connectors.Exchange.ClaimRequest(Id, "another server", Clock.GetUtcNow(), Clock.GetUtcNow().AddMinutes(1)), default))!;
        var message = await PrepareAsync(Outgoing("док-2") with { Immediate = true });

        var result = await Engine.RunAsync(Adapter, OneStep with { MessageId = message.Id, Part = ExchangePart.Sending }, default);
        await StepsAsync(5);

        result.Changes.Should().ContainSingle().Which.Should().Match<ExchangeChange>(change => change.MessageId == message.Id && change.Stage == ExchangeStage.Cancelled && change.Error!.Reason == "NOT_SENT_AT_ONCE");
        result.Organisations.Single().Failed.Should().Be(1);
        Adapter.Calls.Should().NotContain($"Send {message.Id}").And.Contain($"Find {busy.Id}");
    }

    [TestMethod]
    public async Task Message_is_sent_by_the_run_of_its_document()
    {
        var message = await PrepareAsync(Outgoing() with { Immediate = true });

        await Engine.RunAsync(Adapter, OneStep with { Document = "док-1" }, default);

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
    }
}
