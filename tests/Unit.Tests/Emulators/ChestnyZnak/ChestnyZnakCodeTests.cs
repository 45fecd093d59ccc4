using Cleverence.Connectivity.Marking;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

/// <summary>Two readings of the vendor's grammar, made apart from each other, agree.</summary>
[TestClass]
public sealed class ChestnyZnakCodeTests
{
    [TestMethod]
    [DataRow(20, "milk")]
    [DataRow(26, "petfood")]
    [DataRow(18, "beer")]
    [DataRow(16, "water")]
    [DataRow(10, "lp")]
    [DataRow(1, "shoes")]
    [DataRow(8, "electronics")]
    [DataRow(72, "gadgets")]
    [DataRow(3, "tobacco")]
    [DataRow(4, "tobacco")]
    [DataRow(15, "otp")]
    public async Task Codes_of_every_layout_are_read_by_the_parser_as_the_register_keeps_them(int template, string group)
    {
        await using var rig = await ChestnyZnakRig.StartAsync(signedIn: false);
        var product = rig.System.Seed.Product(rig.Owner, group: group, templateId: template) with { MaxPrice = group == "otp" ? null : 17_900 };

        var codes = rig.System.Seed.Codes(product, 200);

        codes.Should().AllSatisfy(one =>
        {
            var parsed = MarkingCode.Parse(one.Full);
            (parsed.Cis, parsed.Gtin, parsed.IsFull, parsed.Flags).Should().Be((one.Cis, one.Gtin, true, MarkingFlags.None), one.Full);
        });
    }
}
