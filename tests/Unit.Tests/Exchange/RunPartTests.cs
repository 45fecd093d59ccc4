using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Runs of one part of the work.</summary>
[TestClass]
public sealed class RunPartTests : EngineSetting
{
    private readonly ReceivingAdapter receiving;

    public RunPartTests()
    {
        receiving = new ReceivingAdapter(Remote) { OnDelay = _ => TimeSpan.FromSeconds(1) };
        Adapter = receiving;
        Remote.Box["w-1"] = (new IncomingItem(Organisation, "w-1", "/w-1"), [1]);
    }

    [TestMethod]
    public async Task Sending_run_sends_asks_and_does_not_receive()
    {
        var message = await PrepareAsync();

        await Engine.RunAsync(Adapter, OneStep with { Part = ExchangePart.Sending }, default);
        Clock.Advance(TimeSpan.FromSeconds(2));
        await Engine.RunAsync(Adapter, OneStep with { Part = ExchangePart.Sending }, default);

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        receiving.Count("List").Should().Be(0);
        Remote.Box.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Receiving_run_receives_and_does_nothing_else()
    {
        var signer = new FixedSigner();
        receiving.Signers[Organisation] = signer;
        var sent = await PrepareAsync(Outgoing("док-1"));
        await Engine.RunAsync(Adapter, OneStep with { Part = ExchangePart.Sending }, default);
        var enqueued = await PrepareAsync(Outgoing("док-2"));
        var unsigned = await PrepareAsync(Outgoing("док-3") with { NeedsSignature = true });
        Clock.Advance(TimeSpan.FromMinutes(5));

        var result = await Engine.RunAsync(Adapter, new ExchangeRun { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);

        receiving.Count("Send").Should().Be(1);
        receiving.Count("Reply").Should().Be(0);
        (await FindAsync(sent.Id)).Stage.Should().Be(ExchangeStage.Accepted);
        (await FindAsync(enqueued.Id)).Stage.Should().Be(ExchangeStage.Enqueued);
        (await FindAsync(unsigned.Id)).Stage.Should().Be(ExchangeStage.AwaitingSignature);
        result.SigningRequired.Should().BeEmpty();
        result.Organisations.Single().Received.Should().Be(1);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Receiving_run_does_not_recover_what_another_server_left()
    {
        var message = await PrepareAsync();
        await Store.ClaimToSendAsync(new Connectors.Exchange.ClaimRequest(Id, "dead", Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(1)), default);
        Clock.Advance(TimeSpan.FromMinutes(5));

        await Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Sending);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Receiving_run_of_one_document_or_message_has_nothing_to_do(bool ofDocument)
    {
        var message = await PrepareAsync();

        await Engine.RunAsync(Adapter, OneStep with { Part = ExchangePart.Receiving, Document = ofDocument ? "док-1" : null, MessageId = ofDocument ? null : message.Id }, default);

        receiving.Calls.Should().BeEmpty();
    }
}
