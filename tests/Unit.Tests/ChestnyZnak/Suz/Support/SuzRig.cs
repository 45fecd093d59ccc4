using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit.Exchange;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>The emulated order station with one participant, and servers in front of it that share a store.</summary>
internal sealed class SuzRig : IAsyncDisposable
{
    private readonly ZnakSender sender;

    private SuzRig(ChestnyZnakEmulator system, MovedTime time, Action<ZnakSettings>? change)
    {
        System = system;
        Time = time;
        Owner = system.Seed.Organisation();
        Milk = system.Seed.Product(Owner);
        Records = new MemoryConnectorRecords(time);
        Codes = new MemoryMarkingCodeStore(time);
        Settings = Make(system, Owner);
        change?.Invoke(Settings);
        Plan = ZnakPlan.Read(Settings);
        sender = new ZnakSender(Plan, null, time);
        var tokens = new TokenCache(Plan, new TestSigners(), new SignInCalls(Plan, sender, time), new TokenRecords(Records), null, time);
        Client = new SuzClient(new ZnakCaller(Plan, sender, tokens), Plan.Limits);
        Station = new SuzStation(Owner.Inn, Owner.OmsId);
        Closings = new HeldClosings(Records);
    }

    public ChestnyZnakEmulator System { get; }

    public MovedTime Time { get; }

    public Organisation Owner { get; }

    public Product Milk { get; }

    public MemoryConnectorRecords Records { get; }

    public MemoryMarkingCodeStore Codes { get; }

    public ZnakSettings Settings { get; }

    public ZnakPlan Plan { get; }

    public SuzClient Client { get; }

    public SuzStation Station { get; }

    public HeldClosings Closings { get; }

    public SubOrders SubOrders => new(Records);

    public static async Task<SuzRig> StartAsync(Action<ZnakSettings>? change = null, Action<ChestnyZnakOptions>? options = null)
    {
        var time = new MovedTime();
        var behaviour = new ChestnyZnakOptions { Clock = time };
        options?.Invoke(behaviour);
        return new SuzRig(await ChestnyZnakEmulator.StartAsync(behaviour), time, change);
    }

    /// <summary>An order that the station has and the connector knows of.</summary>
    public async Task<SuzOrder> OrderAsync(int quantity)
    {
        var order = System.Seed.Order(Milk, quantity);
        await SubOrders.SaveAsync(new SubOrder(Owner.OmsId, order.OrderId, Milk.Gtin) { Inn = Owner.Inn, Ordered = quantity }, CancellationToken.None);
        return order;
    }

    public Task<StationReport> FetchAsync(Breaker? breaker = null, string? orderId = null, long? wanted = null, ICallFeedback? feedback = null)
    {
        var (client, codes, records) = breaker is null
            ? ((ISuzClient)Client, (IMarkingCodeStore)Codes, (IConnectorRecords)Records)
            : (new BreakingClient(Client, breaker), new BreakingCodes(Codes, breaker), new BreakingRecords(Records, breaker));
        var closings = breaker is null ? Closings : new HeldClosings(records);
        return StationFetch.Make(client, codes, records, closings, Plan.Suz, Time, NullLogger.Instance).RunAsync(Station, orderId, wanted, feedback, CancellationToken.None);
    }

    /// <summary>Runs the job as often as a scheduler would, a few minutes apart.</summary>
    public async Task<StationReport> FetchManyAsync(int times = 4, TimeSpan? apart = null)
    {
        var report = await FetchAsync();
        for (var at = 1; at < times; at++)
        {
            Time.Move(apart ?? TimeSpan.FromMinutes(5));
            report = await FetchAsync();
        }

        return report;
    }

    public async Task<SubOrder> SubOrderAsync(string orderId) => (await SubOrders.OfOrderAsync(orderId, CancellationToken.None)).Should().ContainSingle().Subject;

    /// <summary>What speaks against the promise: a code handed out while the order was open is in the table exactly once, or parked with its proof.</summary>
    public async Task<IReadOnlyList<string>> LostAsync(string orderId)
    {
        var order = await SubOrderAsync(orderId);
        var held = Codes.All.Where(code => code.OrderId == orderId).ToDictionary(code => code.Text, code => code, StringComparer.Ordinal);
        var blocks = System.World.Blocks.All.Where(block => block.OrderId == orderId).ToList();
        var lost = blocks.Where(block => block.Codes.Any(code => !held.ContainsKey(code)) && order.Attention?.Contains(block.BlockId, StringComparison.Ordinal) != true).Select(block => $"block {block.BlockId} of {block.Codes.Count} codes is lost without proof");
        var foreign = held.Keys.Except(blocks.SelectMany(block => block.Codes), StringComparer.Ordinal).Select(_ => "a code of nobody");
        return [.. lost, .. foreign];
    }

    public async ValueTask DisposeAsync()
    {
        sender.Dispose();
        await System.DisposeAsync();
    }

    private static ZnakSettings Make(ChestnyZnakEmulator system, Organisation owner)
    {
        var settings = new ZnakSettings { Sandbox = new ZnakAddressSettings { TrueApi = $"{system.TrueApi}", Suz = $"{system.Suz}", Cdn = $"{system.Cdn}" } };
        settings.Limits.TrueApiPerSecond = 50;
        settings.Limits.SuzPerSecond = 100;
        settings.Suz.Batch = 100;
        settings.Suz.LastPortion = 30;
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = owner.Inn, Contour = "sandbox", Signer = "key", OmsId = owner.OmsId, OmsConnection = owner.OmsConnection, Exclusive = true });
        return settings;
    }

    private sealed class TestSigners : ISigners, ISigner
    {
        public IReadOnlyList<string> Names => ["key"];

        public string Name => "key";

        public ISigner? Find(string name) => this;

        public ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken) => new(new SignerInfo("test"));

        public ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken) => new(SignOutcome.Signed(TestCms.Sign(content.Span, form == SignatureForm.Attached)));
    }
}
