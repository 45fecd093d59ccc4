using Cleverence.Warehouse;
using TsdClient;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class DirectionsTests
{
    private static readonly InvokeMethodAction[] Actions = [new() { Name = "Первое" }, new() { Name = "Второе" }, new() { Name = "Третье" }];

    [TestMethod]
    [DataRow("", 2)]
    [DataRow("Continue", 2)]
    [DataRow("HOME", 0)]
    [DataRow("back", 0)]
    [DataRow("третье", 2)]
    [DataRow("ВТОРОЕ", 1)]
    public void A_direction_leads_to_an_action(string target, int expected) =>
        Directions.Follow(target, 1, new Stack<int>([0]), Actions).Action.Should().Be(expected);

    [TestMethod]
    [DataRow("exit", false)]
    [DataRow("Return", false)]
    [DataRow("BREAK", false)]
    [DataRow("abort", true)]
    [DataRow("Cancel", true)]
    public void A_direction_ends_the_run(string target, bool cancelled) =>
        Directions.Follow(target, 1, new Stack<int>([0]), Actions).Should().Be(new Step(null, cancelled));

    [TestMethod]
    public void After_the_last_action_the_run_ends() => Directions.Follow("", 2, new(), Actions).Action.Should().BeNull();

    [TestMethod]
    public void Back_from_the_first_action_leaves() => Directions.Follow("back", 0, new(), Actions).Should().Be(new Step(null, true));
}
