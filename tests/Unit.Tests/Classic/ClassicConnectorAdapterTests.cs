using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Cleverence.Connectivity.NewerWeb;
using Cleverence.Connectivity.OldOneC;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Unit.Tests.Classic;

[TestClass]
public sealed class ClassicConnectorAdapterTests
{
    [TestMethod]
    public void A_missing_argument_is_logged_once_per_method_and_name()
    {
        var door = Door.Open<OldOneCConnector>();

        door.Device("Цена", ("Количество", 1L));
        door.Device("Цена", ("Количество", 1L));

        door.Log.Texts.Where(text => text.Contains("'Скидка'", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().StartWith("Old:Цена asked for the argument 'Скидка', which the caller did not give").And.Contain("Given: Количество");
    }

    [TestMethod]
    public void A_null_result_is_warned_about_once_and_never_for_a_job()
    {
        var door = Door.Open<OldOneCConnector>();

        door.Device("НетТакого").Should().BeNull();
        door.Device("НетТакого").Should().BeNull();
        door.Call(CallOrigin.Job, "", "Тоже нет", []).Should().BeNull();

        door.Log.Records.Where(record => record.Level == LogLevel.Warning).Should().ContainSingle()
            .Which.Text.Should().StartWith("Old:НетТакого returned null. That may be its answer");
    }

    [TestMethod]
    [DataRow("""{"timeout":30000}""", 30_000d)]
    [DataRow("""{"timeout":30,"timeoutUnit":"s"}""", 30_000d)]
    [DataRow("""{"timeout":500,"timeoutUnit":"ms"}""", 500d)]
    [DataRow("""{"timeout":0}""", null)]
    [DataRow("{}", null)]
    public void The_limit_is_a_number_in_its_unit(string entry, double? milliseconds) =>
        Door.Open<OldOneCConnector>(entry).Adapter.Limit?.TotalMilliseconds.Should().Be(milliseconds);

    [TestMethod]
    [DataRow("""{"timeout":30}""", 1)]
    [DataRow("""{"timeout":999}""", 1)]
    [DataRow("""{"timeout":1000}""", 0)]
    [DataRow("""{"timeout":0}""", 0)]
    [DataRow("""{"timeout":30,"timeoutUnit":"s"}""", 0)]
    public void A_limit_that_looks_like_seconds_is_warned_about(string entry, int warnings) =>
        Door.Open<OldOneCConnector>(entry).Log.Texts.Count(text => text.Contains("looks like seconds", StringComparison.Ordinal)).Should().Be(warnings);

    [TestMethod]
    public void What_the_connector_set_itself_stays_when_the_entry_says_nothing()
    {
        var adapter = Door.Open<NewerWebConnector>("""{"timeoutUnit":"s"}""").Adapter;

        adapter.Limit.Should().Be(TimeSpan.FromSeconds(30));
        adapter.TimeoutBehavaior.Should().Be(TimeoutBehavaior.ReInvoke);
        adapter.KeepsOwnLimit.Should().BeTrue();
        Door.Open<OldOneCConnector>().Adapter.KeepsOwnLimit.Should().BeFalse("an old source does not know the member");
    }

    [TestMethod]
    public void Only_listed_methods_are_called_again_and_only_when_the_connector_says_so()
    {
        var adapter = Door.Open<OldOneCConnector>("""{"timeoutBehavaior":"reinvoke","reInvoke":["Цена","Товары.Остатки"]}""").Adapter;
        adapter.ReInvokes("цена").Should().BeTrue();
        adapter.ReInvokes("Товары.Остатки").Should().BeTrue();
        adapter.ReInvokes("Прайс").Should().BeFalse();

        var silent = Door.Open<OldOneCConnector>("""{"reInvoke":["Цена"]}""");
        silent.Adapter.ReInvokes("Цена").Should().BeFalse();
        silent.Log.Texts.Should().ContainMatch("*methods listed under reInvoke are never called again*");
        Door.Open<OldOneCConnector>("""{"timeoutBehavior":"ReInvoke"}""").Log.Texts.Should().ContainMatch("*reInvoke lists no method*");
    }

    [TestMethod]
    public void The_joiner_between_class_and_method_is_a_setting()
    {
        var door = Door.Open(() => new Probe(args => args.Method), """{"classJoiner":"::"}""");

        door.Call(CallOrigin.Device, "Класс", "Метод", []).Should().Be("Класс::Метод");
    }

    [TestMethod]
    public void A_device_call_keeps_what_it_says_of_itself()
    {
        var door = Door.Open(() => new Probe(call => ((InvokeArgs)call.Args[0]!).RequestId + ((InvokeArgs)call.Args[0]!).ClassName));

        door.Call(new InvokeArgs("Old", "К", "М") { RequestId = "r1", Caller = new InvokeCaller(CallOrigin.Device) }).Should().Be("r1К");
    }

    [TestMethod]
    public async Task A_result_that_is_already_an_outcome_passes()
    {
        var error = new ConnectorError(ConnectorErrorCode.Rejected, "no");
        var adapter = Door.Open(() => new Probe(_ => InvokeResult.Fail(error))).Adapter;

        var outcome = await adapter.InvokeAsync(new InvokeArgs("Old", "", "М"), CancellationToken.None);

        outcome.Error.Should().BeSameAs(error);
    }

    [TestMethod]
    [DataRow("Cleverence.Warehouse.RowCollection, Cleverence.MobileSMARTS")]
    [DataRow("RowCollection")]
    public void The_return_type_hint_makes_a_table(string hint)
    {
        var door = Door.Open(() => new Probe(_ => new[] { new Dictionary<string, object> { ["a"] = 1 } }));

        door.Device("М", ("ТипВозвращаемогоЗначения", hint)).Should().BeOfType<ConnectorTable>().Which.Rows[0].Should().Equal(1L);
        door.Device("М", ("ТипВозвращаемогоЗначения", "Нечто.Неизвестное, Сборка")).Should().BeAssignableTo<IReadOnlyList<object?>>();
    }

    [TestMethod]
    public void The_return_type_hint_reads_objects_written_as_xml()
    {
        var door = Door.Open(() => new Probe(_ => "<RowCollection><Row><Fields><FieldValue fieldName=\"a\"><Value>1</Value></FieldValue></Fields></Row></RowCollection>"));

        ((ConnectorTable)door.Device("М", ("ТипВозвращаемогоЗначения", "Cleverence.Warehouse.RowCollection, X"))!).Rows[0].Should().Equal("1");
        door.Device("М").Should().BeOfType<string>("without a hint a text stays a text");
    }

    [TestMethod]
    public void A_result_that_does_not_fit_the_hint_is_an_error()
    {
        var door = Door.Open(() => new Probe(_ => "много"));

        FluentActions.Invoking(() => door.Device("М", ("ТипВозвращаемогоЗначения", "System.Int32, mscorlib")))
            .Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        Door.Open(() => new Probe(_ => "12")).Device("М", ("ТипВозвращаемогоЗначения", "System.Int32, mscorlib")).Should().Be(12L);
    }

    [TestMethod]
    public void A_connector_that_did_not_become_ready_gets_another_chance_at_the_next_call()
    {
        var attempts = 0;
        var door = Door.Open(() => new Probe(_ => "готов") { OnInitialize = () => ++attempts >= 3 }, initialize: false);

        FluentActions.Invoking(door.Adapter.Initialize).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.Unavailable);
        FluentActions.Invoking(() => door.Device("М")).Should().Throw<ConnectorException>().Which.Error.Retryable.Should().BeTrue();

        door.Device("М").Should().Be("готов");
        door.Device("М").Should().Be("готов");
        attempts.Should().Be(3);
    }

    [TestMethod]
    public void Wrong_settings_are_named_all_at_once_and_the_connector_is_let_go()
    {
        var probe = new Probe(_ => null);

        var creating = () => Door.Open(() => probe, """{"settings":{"Нет":"1","Level":"x"}}""");

        creating.Should().Throw<ConnectorException>().Which.Error.Offenders.Should().HaveCount(2);
        probe.Disposed.Should().BeTrue();
    }

    [TestMethod]
    public void The_static_names_work_in_every_phase_of_a_connectors_life()
    {
        var phases = new List<bool>();
        var door = Door.Open(() =>
        {
            phases.Add(ClassicScope.Current is not null);
            return new Probe(_ => Seen(phases)) { OnInitialize = () => Seen(phases), OnDispose = () => Seen(phases) };
        });

        door.Device("М");
        door.Adapter.Dispose();

        phases.Should().Equal(true, true, true, true);
        ClassicScope.Current.Should().BeNull();
    }

    [TestMethod]
    public void A_cancelled_call_is_not_started()
    {
        var started = false;
        var door = Door.Open(() => new Probe(_ => started = true));

        FluentActions.Invoking(() => door.Adapter.InvokeAsync(new InvokeArgs("Old", "", "М"), new CancellationToken(true))).Should().Throw<OperationCanceledException>();

        started.Should().BeFalse();
    }

    private static bool Seen(List<bool> phases)
    {
        phases.Add(ClassicScope.Current is not null);
        return true;
    }

    public sealed class Probe(Func<(string Method, object?[] Args), object?> answer) : IConnector, IDisposable
    {
        public Func<bool> OnInitialize { get; init; } = () => true;

        public Func<bool> OnDispose { get; init; } = () => true;

        public bool Disposed { get; private set; }

        public string Id { get; set; } = "";

        public bool Initialized { get; private set; }

        public bool Enabled { get; set; }

        public int Timeout { get; set; }

        public TimeoutBehavaior TimeoutBehavaior { get; set; }

        public int Level { get; set; }

        public void Initialize() => Initialized = OnInitialize();

        public object? InvokeMethod(string methodName, object?[] args) => answer((methodName, args));

        public void Dispose() => Disposed = OnDispose();
    }
}
