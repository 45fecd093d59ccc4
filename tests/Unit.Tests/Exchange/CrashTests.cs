using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A server dies at every call it makes, of the store or of the adapter, before and after the call's effect. Another one goes on.</summary>
[TestClass]
public sealed class CrashTests : EngineSetting
{
    private const int MostCalls = 60;

    public static IEnumerable<object[]> Points => from at in Enumerable.Range(0, MostCalls) from after in new[] { false, true } from signed in new[] { false, true } select new object[] { at, after, signed };

    [TestMethod]
    [DynamicData(nameof(Points))]
    public async Task Document_arrives_once_wherever_the_server_dies(int at, bool after, bool signed)
    {
        await DieAsync(new CrashPoint(at, after), signed);

        Engine = NewEngine();
        Adapter = NewAdapter(signed);
        await Engine.PrepareAsync(Adapter, [Message(signed)], default);
        await StepsAsync(8);

        Store.Messages.Should().ContainSingle().Which.Stage.Should().Be(ExchangeStage.Done);
        Remote.Arrivals.Should().ContainSingle().Which.Value.Should().Be(1);
        (await DocumentAsync()).Status.Should().Be("КодыМаркировкиВведеныВОборот");
        (await Engine.RestoreStatusAsync(Adapter, "док-1", null, default))!.Status.Should().Be("КодыМаркировкиВведеныВОборот");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Every_call_of_a_whole_exchange_was_tried(bool signed)
    {
        var point = new CrashPoint(int.MaxValue, true);

        await DieAsync(point, signed);

        Store.Messages.Single().Stage.Should().Be(ExchangeStage.Done, "nobody died");
        point.Calls.Should().BeInRange(15, MostCalls);
    }

    [TestMethod]
    [DynamicData(nameof(Points))]
    public async Task Where_arrival_cannot_be_found_out_nothing_is_sent_twice_and_a_person_is_asked(int at, bool after, bool signed)
    {
        await DieAsync(new CrashPoint(at, after), signed);

        Engine = NewEngine();
        Adapter = NewAdapter(signed);
        Adapter.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(FindVerdict.Never));
        await Engine.PrepareAsync(Adapter, [Message(signed)], default);
        await StepsAsync(8);

        Remote.Arrivals.Values.Should().NotContain(times => times > 1);
        var message = Store.Messages.Should().ContainSingle().Which;
        var state = await DocumentAsync();
        (message.Stage, message.LastError is null, state.Status, state.Actions.Count).Should().BeOneOf(
            (ExchangeStage.Done, true, "КодыМаркировкиВведеныВОборот", 0),
            (ExchangeStage.Parked, false, "ВводВОборотТребуетРешения", 2));
    }

    private static OutgoingMessage Message(bool signed) => Outgoing() with { NeedsSignature = signed };

    private ScriptedAdapter NewAdapter(bool signed)
    {
        var adapter = new ScriptedAdapter(Remote);
        if (signed) adapter.Signers[Organisation] = new FixedSigner();
        return adapter;
    }

    // A whole exchange on a server that dies on the way.
    private async Task DieAsync(CrashPoint point, bool signed)
    {
        Adapter = NewAdapter(signed);
        Engine = NewEngine(new CrashingStore(Store, point));
        var truth = NewAdapter(signed);
        Adapter.OnSend = (message, token) => At(point, () => truth.SendAsync(message, token));
        Adapter.OnReply = (message, token) => At(point, () => truth.GetReplyAsync(message, token));
        Adapter.OnFind = (message, token) => At(point, () => truth.FindSentAsync(message, token));
        try
        {
            await Engine.PrepareAsync(Adapter, [Message(signed)], default);
            await StepAsync();
            await StepsAsync(1);
        }
        catch (CrashException)
        {
            // That was it.
        }
    }

    private static async ValueTask<T> At<T>(CrashPoint point, Func<ValueTask<T>> call)
    {
        point.Before();
        var result = await call();
        point.After();
        return result;
    }
}
