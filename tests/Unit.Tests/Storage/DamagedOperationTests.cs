using Cleverence.Connectivity;
using Dapper;
using global::ServerJobs;
using global::ServerJobs.Background;
using Microsoft.Extensions.Logging;
using Server.Storage;
using Unit.Tests.ServerJobs;

namespace Unit.Tests.Storage;

/// <summary>A damaged record of an operation hurts itself alone: the server starts, and what cannot be read is closed.</summary>
[TestClass]
public sealed class DamagedOperationTests : IDisposable
{
    private static readonly BackgroundOwner Owner = new("key-1", "TSD-1");
    private readonly TemporaryHome home = new();
    private readonly RecordingLogger log = new();
    private readonly SqlBackgroundStore store;

    public DamagedOperationTests() => store = new SqlBackgroundStore(home.Database, home.Time);

    [TestMethod]
    [DataRow("asked = '@@@'")]
    [DataRow("progress = '{'")]
    [DataRow("started_at = 'noon'")]
    public async Task Damaged_operation_is_closed_as_lost_beside_a_sound_one(string damage)
    {
        await StartAsync("damaged");
        await StartAsync("sound");
        await ChangeAsync($"UPDATE background_operation SET {damage} WHERE id = 'damaged'");

        await Lost().CloseAllAsync(CancellationToken.None);

        Outcome("damaged").Should().Be("Lost");
        (await store.FindAsync("sound", default))!.Outcome.Should().Be(JobOutcome.Lost);
        (await store.ListNotificationsAsync(new NotificationQuery(Owner, 0, 10), default)).Should().ContainSingle().Which.OperationId.Should().Be("sound");
        log.Records.Should().ContainSingle(record => record.Id == 3240);
    }

    [TestMethod]
    public async Task Damaged_message_or_portion_does_not_keep_its_operation_open()
    {
        await StartAsync("op", new BackgroundPortion("a", []));
        await ChangeAsync("INSERT INTO background_message (operation_id, number, content) VALUES ('op', 1, '{')");
        await ChangeAsync("UPDATE background_portion SET arguments = '{'");

        await Lost().CloseAllAsync(CancellationToken.None);

        (await store.FindAsync("op", default))!.Outcome.Should().Be(JobOutcome.Lost);
        log.Records.Should().NotContain(record => record.Id == 3240);
    }

    [TestMethod]
    public async Task Damaged_notification_is_left_out_of_the_list()
    {
        await NotifyAsync("one");
        await NotifyAsync("two");
        await ChangeAsync("UPDATE sent_notification SET content = '{' WHERE id = 'one'");

        (await store.ListNotificationsAsync(new NotificationQuery(Owner, 0, 10), default)).Should().ContainSingle().Which.Id.Should().Be("two");
    }

    [TestMethod]
    public async Task Store_that_fails_does_not_keep_the_server_from_starting()
    {
        await StartAsync("op");
        await ChangeAsync("ALTER TABLE background_operation RENAME TO gone");

        await Lost().Invoking(lost => lost.CloseAllAsync(CancellationToken.None)).Should().NotThrowAsync();

        log.Records.Should().Contain(record => record.Id == 3204);
    }

    public void Dispose()
    {
        home.Dispose();
        log.Dispose();
    }

    private LostOperations Lost()
    {
        using var factory = new LoggerFactory();
        factory.AddProvider(log);
        return new LostOperations(store, new NotificationBell(), home.Time, factory.CreateLogger<LostOperations>());
    }

    private async Task StartAsync(string id, params BackgroundPortion[] portions) =>
        await store.StartAsync(new BackgroundOperation(id, Owner, "Stock:Work", home.Time.GetUtcNow()) { PortionCount = portions.Length }, portions, default);

    private async Task NotifyAsync(string id) => await store.NotifyAsync(new Notification(id, NotificationKinds.Notice, Owner, "none", new ConnectorRecord { { "status", "Running" } }), default);

    private async Task ChangeAsync(string text) => await home.Database.Exchange.Writer.WriteAsync(connection => connection.Execute(text), CancellationToken.None);

    private string? Outcome(string id) => home.Database.Exchange.Read(connection => connection.ExecuteScalar<string>("SELECT outcome FROM background_operation WHERE id = @id", new { id }));
}
