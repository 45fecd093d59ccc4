using Cleverence.Connectivity;
using Cleverence.Connectivity.NewerWeb;
using Cleverence.Connectivity.OldOneC;
using Connectors.Hosting;
using Unit.Tests.Compatibility;

namespace Unit.Tests.Classic;

[TestClass]
public sealed class ClassicSettingsTests
{
    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void Public_properties_are_filled_ignoring_case_and_culture(string culture)
    {
        Culture.Use(culture);
        var old = new OldOneCConnector();
        var newer = new NewerWebConnector();

        ClassicSettings.Apply(old, Door.Entry("""{"connectionSTRING":"Srvr=1c;","PORT":8080,"usecache":"True","markup":1234.5,"timeout":5000}""")).Should().BeEmpty();
        ClassicSettings.Apply(newer, Door.Entry("""{"mode":"changes","warehouses":["W1","W2"]}""")).Should().BeEmpty();

        (old.ConnectionString, old.Port, old.UseCache, old.Markup, old.Timeout).Should().Be(("Srvr=1c;", 8080, true, 1234.5m, 5000));
        newer.Mode.Should().Be(ExchangeMode.Changes);
        newer.Warehouses.Should().Equal("W1", "W2");
    }

    [TestMethod]
    public void All_wrong_settings_are_reported_with_name_value_and_what_is_expected()
    {
        var problems = ClassicSettings.Apply(new OldOneCConnector(), Door.Entry("""{"Prt":1,"Port":"восемь","Markup":"1,5","UseCache":"да","Id":"x","Initialized":true}"""));

        problems.Should().BeEquivalentTo(
            "Prt: unknown; known: ConnectionString, Markup, Port, Timeout, TimeoutBehavaior, UseCache",
            "Port: 'восемь' is not a whole number (Int32)",
            "Markup: '1,5' is not a number with a dot",
            "UseCache: 'да' is not true or false",
            "Id: belongs beside settings, in the connector's entry",
            "Initialized: belongs beside settings, in the connector's entry");
    }

    [TestMethod]
    public void Every_shape_of_property_is_read()
    {
        var rich = new Rich();

        ClassicSettings.Apply(rich, Door.Entry("""
            {"Wait":"00:00:30","From":"2026-05-31T14:03:00","Address":"http://erp/","Separator":";","Limit":null,"Codes":[1,2],
             "Map":{"a":"1","b":"2"},"Nested":{"Login":"u","Retries":3}}
            """)).Should().BeEmpty();

        (rich.Wait, rich.From, rich.Address, rich.Separator, rich.Limit).Should().Be((TimeSpan.FromSeconds(30), new DateTime(2026, 5, 31, 14, 3, 0), new Uri("http://erp/"), ';', 7));
        rich.Codes.Should().Equal(1, 2);
        rich.Map.Should().Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        (rich.Nested.Login, rich.Nested.Retries).Should().Be(("u", 3));
    }

    [TestMethod]
    public void Problems_inside_name_their_path_refusals_their_reason_and_secrets_stay_secret()
    {
        var problems = ClassicSettings.Apply(new Rich(), Door.Entry("""{"Codes":[1,"x"],"Nested":{"Retries":"y","No":1},"ApiTokenNumber":"s3cr3t","Refuses":"v","Wait":{"a":1}}"""));

        problems.Should().BeEquivalentTo(
            "Codes:1: 'x' is not a whole number (Int32)",
            "Nested:Retries: 'y' is not a whole number (Int32)",
            "Nested:No: unknown; known: Login, Retries",
            "ApiTokenNumber: its value is not a whole number (Int32)",
            "Refuses: the connector refused it: never",
            "Wait: an object is not a duration such as 00:00:30");
    }

    public sealed class Account
    {
        public string? Login { get; set; }

        public int Retries { get; set; }
    }

    public sealed class Rich : IConnector
    {
        public TimeSpan Wait { get; set; }

        public DateTime From { get; set; }

        public Uri? Address { get; set; }

        public char Separator { get; set; }

        public int? Limit { get; set; } = 7;

        public int[] Codes { get; set; } = [];

        public Dictionary<string, string> Map { get; set; } = [];

        public Account Nested { get; set; } = new();

        public int ApiTokenNumber { get; set; }

        public string Refuses { get => ""; set => throw new ArgumentException("never"); }

        public string Id { get; set; } = "";

        public bool Initialized => true;

        public bool Enabled { get; set; }

        public int Timeout { get; set; }

        public TimeoutBehavaior TimeoutBehavaior { get; set; }

        public void Initialize()
        {
        }

        public object? InvokeMethod(string methodName, object?[] args) => null;
    }
}
