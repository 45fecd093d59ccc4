using Cleverence.Connectivity;

namespace Unit.Tests.Hosting.Building;

[TestClass]
public sealed class SettingsTests
{
    private static async Task<ConnectorError> FaultOf(string settings, string type = "Good", string plugin = "Good")
    {
        await using var home = await new PluginHome().Place(plugin).Configure($$"""{"id":"G","type":"{{type}}","settings":{{settings}}}""").StartAsync();
        await Eventually.BeTrueAsync(() => home.Registry.Find("G")!.State == ConnectorState.Faulted, "it is faulted");
        return home.Registry.Find("G")!.LastError!;
    }

    [TestMethod]
    [DataRow("""{"Prot":1}""", "Prot: this setting is not known; did you mean 'Port'? known: Greeting, Headers, Mode, Nested, Password, Pause, Port")]
    [DataRow("""{"Port":"many"}""", "Port: must be a whole number")]
    [DataRow("""{"Port":70000}""", "Port: must be from 1 to 65535")]
    [DataRow("""{"Pause":30}""", "Pause: must be a duration hh:mm:ss")]
    [DataRow("""{"Mode":"Silent"}""", "Mode: must be one of Plain, Loud")]
    [DataRow("""{"Mode":"7"}""", "Mode: must be one of Plain, Loud")]
    [DataRow("""{"Mode":"Plain, Loud"}""", "Mode: must be one of Plain, Loud")]
    [DataRow("""{"Greeting":"12"}""", "Greeting: must match ^[A-Za-zА-Яа-я]+$")]
    [DataRow("""{"Nested":{"Name":""}}""", "Nested.Name: is missing")]
    [DataRow("""{"Nested":{"Cont":1}}""", "Nested.Cont: this setting is not known; did you mean 'Count'? known: Count, Name")]
    [DataRow("""{"Port":{"a":1}}""", "Port: must be a whole number, not an object or a list")]
    public async Task A_wrong_setting_faults_its_connector_and_is_named(string settings, string offender)
    {
        var fault = await FaultOf(settings);

        fault.Offenders.Should().Equal(offender);
        fault.Code.Should().Be(ConnectorErrorCode.Unavailable);
    }

    [TestMethod]
    public async Task All_wrong_settings_are_named_together_and_no_value_is_shown()
    {
        var fault = await FaultOf("""{"Prot":1,"Port":"my-secret","Mode":"my-secret"}""");

        fault.Offenders.Select(offender => offender.Split(':')[0]).Should().BeEquivalentTo("Prot", "Port", "Mode");
        (fault.Detail + fault.Message + fault.MessageRu).Should().NotContain("my-secret");
    }

    [TestMethod]
    public async Task Settings_of_a_connector_that_takes_none_are_refused() =>
        (await FaultOf("""{"Url":"x"}""", "UsesVersion1", "UsesVersion1")).Offenders.Should().Equal("Url: this setting is not known; this connector takes no settings");

    [TestMethod]
    public async Task Services_that_do_not_exist_are_named_together()
    {
        var fault = await FaultOf("{}", "WantsTooMuch", "Faulty");

        fault.Message.Should().Contain("IServiceProvider services").And.Contain("IComparable<String> other");
        fault.Detail.Should().Contain("ask for the services themselves").And.Contain("IConnectorInvoker");
    }

    [TestMethod]
    public async Task Settings_of_every_shape_are_bound()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""
            {"id":"G","type":"Good","settings":{"greeting":"Привет","PORT":8080,"Pause":"00:00:05","Mode":"loud","Headers":{"X-One":"1"},"Nested":{"Name":"n","Count":2}}}
            """).StartAsync();
        await home.ReadyAsync("G");

        (await home.CallAsync("G", "Greet", ("name", "Аня"))).Should().Be("Привет, Аня!");
    }
}
