using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;

namespace Unit.Tests.Egais.Receiving;

/// <summary>The work with what stays in the box for good does not grow with it.</summary>
[TestClass]
public sealed class OldOrphanTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly TestKit.ManualTimeProvider clock = new(Start);
    private readonly CountingLookup lookup = new();

    [TestMethod]
    [DataRow(0, 5, 5, DisplayName = "a young one is asked for in every run")]
    [DataRow(25, 5, 1, DisplayName = "an old one is asked for once an hour")]
    public async Task What_waits_is_asked_for_in_every_run_at_first_and_rarely_later(int hours, int runs, int expected)
    {
        var handler = new IncomingHandler(lookup, new DialogueRules(), clock);
        clock.Advance(TimeSpan.FromHours(hours));

        for (var run = 0; run < runs; run++)
        {
            await handler.HandleAsync(Item(), default);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        lookup.Asked.Should().Be(expected);
    }

    [TestMethod]
    public async Task An_old_one_is_asked_for_again_within_its_run_when_something_else_was_handled()
    {
        var handler = new IncomingHandler(lookup, new DialogueRules(), clock);
        clock.Advance(TimeSpan.FromHours(25));
        await handler.HandleAsync(Item(), default);
        clock.Advance(TimeSpan.FromSeconds(59));
        await handler.HandleAsync(Item(), default);
        clock.Advance(TimeSpan.FromSeconds(1));

        await handler.HandleAsync(Item(), default);

        lookup.Asked.Should().Be(2, "the hour counts from the first look");
    }

    [TestMethod]
    public async Task An_old_one_is_asked_for_again_after_an_hour()
    {
        var handler = new IncomingHandler(lookup, new DialogueRules(), clock);
        clock.Advance(TimeSpan.FromHours(25));
        await handler.HandleAsync(Item(), default);
        clock.Advance(TimeSpan.FromHours(1));

        await handler.HandleAsync(Item(), default);

        lookup.Asked.Should().Be(2);
    }

    [TestMethod]
    public async Task A_document_is_found_by_its_number_among_thousands_without_reading_them()
    {
        var rig = new DialogueRig();
        var numbers = Enumerable.Range(0, 1000).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        await Task.WhenAll(numbers.Select(number => rig.DocumentAsync(EgaisDocumentKind.OutgoingWaybill, number: number)));
        var counted = new CountingRecords(rig.Records);

        var found = await new DocumentCards(counted).FindByNumberAsync(DialogueRig.Us, EgaisDocumentKind.OutgoingWaybill, " 500 ", new DateOnly(2026, 5, 30), default);

        found!.Number.Should().Be("500");
        counted.Read.Should().BeLessThan(5);
    }

    [TestMethod]
    public async Task A_number_that_a_document_had_before_finds_it_no_more()
    {
        var rig = new DialogueRig();
        var card = await rig.CardAsync(await rig.DocumentAsync(EgaisDocumentKind.OutgoingWaybill, number: "1"));
        await rig.Records.WriteAsync(DocumentCards.Numbered(card with { Number = "2" }), default);

        (await FindAsync(rig, "1")).Should().BeNull();
        (await FindAsync(rig, "2"))!.Id.Should().Be(card.Id);
    }

    private static ValueTask<EgaisDocument?> FindAsync(DialogueRig rig, string number) => rig.Cards.FindByNumberAsync(DialogueRig.Us, EgaisDocumentKind.OutgoingWaybill, number, new DateOnly(2026, 5, 30), default);

    private static StoredIncoming Item() => new("1", new IncomingItem(DialogueRig.Us, ":/opt/out/TTNHISTORYF2REG/1", "/opt/out/TTNHISTORYF2REG/1") { Kind = "TTNHISTORYF2REG" }, UtmXml.History("TTN-0900000001")) { Stage = IncomingStage.Stored, CreatedAt = Start };
}
