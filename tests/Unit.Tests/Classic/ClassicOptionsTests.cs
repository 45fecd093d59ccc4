using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Classic;

[TestClass]
public sealed class ClassicOptionsTests
{
    [TestMethod]
    public void An_entry_is_read_whole()
    {
        var problems = new List<string>();

        var options = ClassicOptions.Read(Door.Entry("""{"id":"Old","timeout":30,"timeoutUnit":"s","timeoutBehavaior":"ReInvoke","reInvoke":["Цена"],"classJoiner":"/","settings":{"a":1}}"""), problems);

        problems.Should().BeEmpty();
        (options.Id, options.Timeout, options.TimeoutUnit, options.TimeoutBehavaior, options.ClassJoiner).Should().Be(("Old", 30, "s", TimeoutBehavaior.ReInvoke, "/"));
        options.ReInvoke.Should().Equal("Цена");
        options.Settings!["a"].Should().Be("1");
    }

    [TestMethod]
    public void All_wrong_values_are_reported()
    {
        var problems = new List<string>();

        ClassicOptions.Read(Door.Entry("""{"timeout":"00:00:30","timeoutUnit":"min","timeoutBehavaior":"Retry"}"""), problems);

        problems.Should().Equal(
            "timeout: '00:00:30' is not a whole number from 0; a classic connector's limit is a number in its timeoutUnit, 0 for no limit",
            "timeoutUnit: 'min' is not ms or s",
            "timeoutBehavaior: 'Retry' is not one of ThrowException, ReInvoke");
    }
}
