using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class MarkingTableTests
{
    [TestMethod]
    [DataRow(20, "milk", 24, 31, 30)]
    [DataRow(26, "petfood", 24, 78, 76)]
    [DataRow(18, "beer", 25, 32, 31)]
    [DataRow(16, "water", 31, 38, 37)]
    [DataRow(10, "lp", 31, 85, 83)]
    [DataRow(1, "shoes", 31, 129, 127)]
    [DataRow(8, "electronics", 38, 92, 90)]
    [DataRow(72, "gadgets", 38, 45, 44)]
    [DataRow(3, "tobacco", 35, 43, 41)]
    public void Templates_have_the_lengths_of_the_vendors_table(int id, string group, int cis, int full, int withoutSeparators)
    {
        var template = MarkingTemplates.Find(id)!;

        (template.ProductGroup, template.Layout!.CisLength, template.CodeLength, template.Layout.LengthWithoutSeparators).Should().Be((group, cis, full, withoutSeparators));
    }

    [TestMethod]
    [DataRow(4, "tobacco")]
    [DataRow(15, "otp")]
    [DataRow(22, "ncp")]
    public void Templates_of_packs_have_no_layout_and_29_characters(int id, string group)
    {
        var template = MarkingTemplates.Find(id)!;

        (template.ProductGroup, template.Layout, template.CodeLength).Should().Be((group, null, 29));
    }

    [TestMethod]
    public void Every_template_belongs_to_a_known_group_and_stands_once()
    {
        MarkingTemplates.All.Select(template => template.Id).Should().OnlyHaveUniqueItems().And.HaveCount(68);
        MarkingTemplates.All.Should().OnlyContain(template => MarkingProductGroups.Known.Find(template.ProductGroup) != null);
    }

    [TestMethod]
    [DataRow(1, "lp")]
    [DataRow(8, "milk")]
    [DataRow(22, "nabeer")]
    [DataRow(59, "pyrotechnics")]
    public void Groups_are_found_by_number_and_by_alias_in_any_case(int number, string alias)
    {
        MarkingProductGroups.Known.Find(number)!.Alias.Should().Be(alias);
        MarkingProductGroups.Known.Find(alias.ToUpperInvariant())!.Number.Should().Be(number);
    }

    [TestMethod]
    public void Unknown_group_is_null_and_no_exception()
    {
        MarkingProductGroups.Known.Find(18).Should().BeNull();
        MarkingProductGroups.Known.Find(int.MinValue).Should().BeNull();
        MarkingProductGroups.Known.Find("kvass").Should().BeNull();
        MarkingProductGroups.Known.Find((string?)null).Should().BeNull();
        MarkingTemplates.Find(-1).Should().BeNull();
        MarkingProductGroups.Known.All.Should().HaveCount(50);
    }

    [TestMethod]
    public void Configuration_adds_groups_and_replaces_known_ones()
    {
        var groups = MarkingProductGroups.Known.With(new MarkingProductGroup(60, "kvass"), new MarkingProductGroup(8, "dairy"), new MarkingProductGroup(8, "milk2"));

        groups.Find("kvass")!.Number.Should().Be(60);
        groups.Find(8)!.Alias.Should().Be("milk2");
        groups.Find("milk").Should().BeNull();
        groups.Find("dairy").Should().BeNull();
        MarkingProductGroups.Known.Find(8)!.Alias.Should().Be("milk");
    }
}
