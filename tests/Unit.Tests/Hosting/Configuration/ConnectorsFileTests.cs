using Connectors.Hosting;

namespace Unit.Tests.Hosting.Configuration;

[TestClass]
public sealed class ConnectorsFileTests
{
    private static ConnectorsSnapshot Parse(string text, string? secrets = null) =>
        new ConnectorsFile("config/connectors.json", new SecretSource(secrets), new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "ServerOperationConnector" }).Parse(text);

    private static ConnectorsSnapshot ParseOne(string fields) => Parse($$"""{"connectors":[{"id":"A","type":"T",{{fields}}}]}""");

    [TestMethod]
    public void A_full_entry_is_read_with_comments_and_trailing_commas()
    {
        var snapshot = Parse("""
            { // our connectors
              "connectors": [ { "id": "Склад", "type": "Rest", "enabled": false, "timeout": "00:01:30", "gate": 4, "queue": 7, "retries": 2, "retryDelay": "00:00:01",
                "breaker": { "failures": 5, "pause": "00:00:10" }, "replay": "store", "swap": "stopFirst", "settings": { "Url": "http://x", "List": [1, 2], }, }, ] }
            """);

        snapshot.Problems.Should().BeEmpty();
        var entry = snapshot.Connectors.Should().ContainSingle().Subject;
        entry.Options.Should().BeEquivalentTo(new
        {
            Id = "Склад", Type = "Rest", Enabled = false, Timeout = TimeSpan.FromSeconds(90), Gate = 4, Queue = 7, Retries = 2, RetryDelay = TimeSpan.FromSeconds(1),
            BreakerFailures = 5, BreakerPause = TimeSpan.FromSeconds(10), ReplayInStore = true, StopFirst = true,
        });
        entry.Settings["Url"].Should().Be("http://x");
        entry.Settings["List:1"].Should().Be("2");
    }

    [TestMethod]
    public void What_an_entry_leaves_out_has_the_documented_default()
    {
        var options = Parse("""{"connectors":[{"id":"A","type":"T"}]}""").Connectors[0].Options;

        options.Should().Be(new ConnectorOptions("A", "T"));
        options.Should().BeEquivalentTo(new { Enabled = true, Timeout = TimeSpan.FromSeconds(30), Queue = 32, Retries = 0, BreakerFailures = 3, BreakerPause = TimeSpan.FromSeconds(5), ReplayInStore = false });
    }

    [TestMethod]
    [DataRow("\"gate\": 0", "connectors[0].gate = 0", "from 1 to 1000")]
    [DataRow("\"gate\": 1.5", "connectors[0].gate = 1.5", "whole number")]
    [DataRow("\"gate\": \"4\"", "connectors[0].gate = \"4\"", "whole number")]
    [DataRow("\"queue\": -1", "connectors[0].queue = -1", "from 0 to 10000")]
    [DataRow("\"retries\": 11", "connectors[0].retries = 11", "from 0 to 10")]
    [DataRow("\"retryDelay\": 5", "connectors[0].retryDelay = 5", "bare number")]
    [DataRow("\"retryDelay\": \"5\"", "connectors[0].retryDelay = \"5\"", "hh:mm:ss")]
    [DataRow("\"timeout\": \"soon\"", "connectors[0].timeout = \"soon\"", "hh:mm:ss")]
    [DataRow("\"timeout\": \"00:00:00\"", "connectors[0].timeout", "00:00:00.0100000..1.00:00:00")]
    [DataRow("\"timeout\": -1", "connectors[0].timeout = -1", "from 0")]
    [DataRow("\"timeoutUnit\": \"min\"", "connectors[0].timeoutUnit = \"min\"", "one of: ms, s")]
    [DataRow("\"enabled\": \"yes\"", "connectors[0].enabled = \"yes\"", "true or false")]
    [DataRow("\"breaker\": 3", "connectors[0].breaker = 3", "object")]
    [DataRow("\"breaker\": {\"failures\": -1}", "connectors[0].breaker.failures = -1", "from 0 to 1000")]
    [DataRow("\"breaker\": {\"pauze\": 1}", "connectors[0].breaker.pauze", "did you mean 'pause'")]
    [DataRow("\"replay\": \"disk\"", "connectors[0].replay = \"disk\"", "one of: memory, store")]
    [DataRow("\"swap\": \"now\"", "connectors[0].swap = \"now\"", "one of: overlap, stopFirst")]
    [DataRow("\"reInvoke\": \"Get\"", "connectors[0].reInvoke = \"Get\"", "list of texts")]
    [DataRow("\"settings\": []", "connectors[0].settings = []", "object")]
    [DataRow("\"setings\": {}", "connectors[0].setings", "did you mean 'settings'")]
    [DataRow("\"colour\": 1", "connectors[0].colour", "known: id, type")]
    [DataRow("\"GATE\": 2, \"gate\": 3", "connectors[0].gate", "stands here twice")]
    [DataRow("\"settings\": {\"a\":1,\"A\":2}", "connectors[0].settings.A", "twice")]
    public void A_wrong_value_makes_its_entry_faulted_and_is_told_with_its_place(string fields, string place, string range)
    {
        var snapshot = ParseOne(fields);

        snapshot.Problems.Should().ContainSingle().Which.ToString().Should().Contain(place).And.Contain(range).And.StartWith("config/connectors.json: ");
        snapshot.Connectors.Should().ContainSingle().Which.Fault!.Offenders.Should().ContainSingle().Which.Should().Contain(place);
    }

    [TestMethod]
    public void All_problems_of_a_file_are_told_together_and_good_entries_work()
    {
        var snapshot = Parse("""
            {"connectors":[
              {"id":"A","type":"T","gate":0,"queue":-1},
              {"id":"B","type":"T"},
              {"type":"T"},
              {"id":"C"},
              {"id":"D:1","type":"T"},
              7 ], "conectors": [] }
            """);

        snapshot.Problems.Select(problem => problem.Path).Should().BeEquivalentTo(
            "conectors", "connectors[0].gate", "connectors[0].queue", "connectors[2].id", "connectors[3].type", "connectors[4].id", "connectors[5]");
        snapshot.Connectors.Where(entry => entry.Fault is null).Should().ContainSingle().Which.Options.Id.Should().Be("B");
        snapshot.Connectors.Select(entry => entry.Options.Id).Should().Equal("A", "B", "C", "D:1");
    }

    [TestMethod]
    public void The_second_of_two_entries_with_one_id_is_faulted_and_names_the_first()
    {
        var snapshot = Parse("""{"connectors":[{"id":"склад","type":"T"},{"id":"СКЛАД","type":"T"}]}""");

        snapshot.Connectors[0].Fault.Should().BeNull();
        snapshot.Connectors[1].Fault!.Message.Should().Contain("connectors[0]");
        snapshot.Connectors[1].Fault!.MessageRu.Should().Contain("connectors[0]");
    }

    [TestMethod]
    [DataRow("{", "line 1")]
    [DataRow("[]", "\"connectors\"")]
    [DataRow("{\"connectors\":{}}", "\"connectors\"")]
    [DataRow("", "line 1")]
    public void A_text_that_is_no_configuration_is_refused_with_the_reason(string text, string reason)
    {
        var reading = () => Parse(text);

        reading.Should().Throw<ConnectorsConfigException>().Which.Message.Should().Contain(reason).And.Contain("config/connectors.json");
    }

    [TestMethod]
    [DataRow("\"timeout\": 1500", 1500)]
    [DataRow("\"timeout\": 2, \"timeoutUnit\": \"s\"", 2000)]
    public void A_bare_timeout_is_read_in_its_unit_and_remembered_as_bare(string fields, int milliseconds)
    {
        var options = ParseOne(fields).Connectors[0].Options;

        options.Timeout.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
        options.TimeoutIsBare.Should().BeTrue();
    }

    [TestMethod]
    public void A_classic_timeout_of_0_means_no_limit() => ParseOne("\"timeout\": 0").Connectors[0].Options.Timeout.Should().BeNull();

    [TestMethod]
    public void Two_readings_of_one_text_are_equal_and_a_changed_setting_is_not()
    {
        var one = ParseOne("\"reInvoke\":[\"Get\"],\"settings\":{\"a\":{\"b\":1}}").Connectors[0];
        var same = ParseOne("\"settings\" : { \"a\" : { \"b\" : 1 } }, \"reInvoke\": [ \"Get\" ]").Connectors[0];
        var other = ParseOne("\"reInvoke\":[\"Get\"],\"settings\":{\"a\":{\"b\":2}}").Connectors[0];

        one.SameAs(same).Should().BeTrue();
        one.SameAs(other).Should().BeFalse();
    }

    [TestMethod]
    public void A_built_in_connector_needs_no_type_and_takes_no_other()
    {
        var snapshot = Parse("""{"connectors":[{"id":"serveroperationconnector","gate":2},{"id":"X","type":"ServerOperationConnector"}]}""");
        var wrong = Parse("""{"connectors":[{"id":"ServerOperationConnector","type":"Rest"}]}""");

        snapshot.Problems.Should().BeEmpty();
        wrong.Problems.Should().ContainSingle().Which.Path.Should().Be("connectors[0].type");
    }
}
