using Faults.Kills;

namespace Unit.Tests.Faults;

[TestClass]
public sealed class KillOptionsTests
{
    private static readonly string[] Stages = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"];

    [TestMethod]
    public void Short_form_has_15_kills() => KillOptions.Read([]).Kills.Should().Be(15);

    [TestMethod]
    public void Full_form_has_300_kills() => KillOptions.Read(["--full"]).Kills.Should().Be(300);

    [TestMethod]
    public void Number_and_seed_are_taken() => KillOptions.Read(["--kills", "7", "--seed", "42"]).Should().Be(new KillOptions(7, 42, false));

    [TestMethod]
    public void Short_form_meets_every_one_of_15_stages() => KillOptions.Read([]).Deal(Stages).Should().BeEquivalentTo(Stages);

    [TestMethod]
    public void Full_form_meets_every_stage_at_least_three_times() =>
        KillOptions.Read(["--full"]).Deal(Stages).CountBy(stage => stage).Should().HaveCount(Stages.Length).And.OnlyContain(stage => stage.Value >= 3);

    [TestMethod]
    public void Same_seed_deals_the_same() => new KillOptions(30, 5, false).Deal(Stages).Should().Equal(new KillOptions(30, 5, false).Deal(Stages));

    [TestMethod]
    public void Same_kill_has_the_same_chance() => KillOptions.ChanceOf(5, 3).Next().Should().Be(KillOptions.ChanceOf(5, 3).Next());

    [TestMethod]
    public void Other_kill_has_another_chance() => KillOptions.ChanceOf(5, 3).Next().Should().NotBe(KillOptions.ChanceOf(5, 4).Next());

    [TestMethod]
    public void Other_seed_deals_otherwise() => new KillOptions(30, 5, false).Deal(Stages).Should().NotEqual(new KillOptions(30, 6, false).Deal(Stages));
}
