using Connectors.Egais;
using Emulators.Utm;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public sealed class UtmMarkCallsTests : IAsyncDisposable
{
    private const string Shop = "030000000002";
    private UtmEmulator system = null!;
    private string ours = "";
    private string theirs = "";

    [TestInitialize]
    public async Task Start()
    {
        system = await UtmEmulator.StartAsync();
        var vodka = system.Seed.Product();
        ours = system.Seed.MarksOf(system.Seed.Stock(Shop, vodka, 1).F2)[0];
        theirs = system.Seed.MarksOf(system.Seed.Stock("030000000001", vodka, 1).F2)[0];
    }

    [TestMethod]
    [DataRow(true, false, false)]
    [DataRow(false, true, false)]
    [DataRow(true, true, false)]
    [DataRow(false, true, true)]
    public async Task UTM_tells_whose_marks_are(bool service, bool filter, bool plain)
    {
        var marks = await CheckAsync(service, filter, plain);

        marks.Should().BeEquivalentTo([new CheckedMark(ours, MarkVerdict.OnMyBalance), new CheckedMark(theirs, MarkVerdict.NotOnMyBalance)], options => options.WithStrictOrdering());
    }

    [TestMethod]
    public async Task UTM_whose_filter_service_is_away_leaves_marks_unknown()
    {
        system[Shop].Conditions.MarkServiceDown = true;

        (await CheckAsync(service: true, filter: false, plain: false)).Should().OnlyContain(mark => mark.Verdict == MarkVerdict.Unknown && mark.Why!.Contains("500"));
    }

    [TestMethod]
    public async Task UTM_that_refuses_the_question_is_quoted()
    {
        // It is older than the question.
        system[Shop].Conditions.UnknownTypes = "QueryFilter";

        (await CheckAsync(service: false, filter: true, plain: false)).Should().OnlyContain(mark => mark.Verdict == MarkVerdict.Unknown && mark.Why!.Length > 0);
    }

    [TestMethod]
    public async Task UTM_that_is_off_leaves_marks_unknown()
    {
        var port = system[Shop].Port;
        await system.DisposeAsync();

        (await CheckAsync(service: true, filter: true, plain: false, port)).Should().OnlyContain(mark => mark.Verdict == MarkVerdict.Unknown && mark.Why!.Length > 0);
    }

    [TestCleanup]
    public async ValueTask DisposeAsync() => await system.DisposeAsync();

    private async Task<IReadOnlyList<CheckedMark>> CheckAsync(bool service, bool filter, bool plain, int? port = null)
    {
        var settings = new EgaisSettings();
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = Shop, Host = "127.0.0.1", Port = port ?? system[Shop].Port });
        (settings.Queries.MarkCheck, settings.Queries.MarkFilter, settings.Formats.PlainFilter) = (service, filter, plain);
        var plan = EgaisPlan.Read(settings);
        using var utm = new UtmClient(plan, null, TimeProvider.System);
        return await new MarkChecks(new UtmMarkCalls(utm, plan.Queries.MarkCheckTimeout), MarkCheckRules.Of(plan), plan.Find, TimeProvider.System).CheckAsync(null, [ours, theirs], default);
    }
}
