using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Server.Operations;
using Server.Storage;
using ServerJobs;
using Unit.Tests.Storage;

namespace Unit.Tests.Host.Operations;

[TestClass]
public sealed class OldDocumentsTests : IDisposable
{
    private readonly TemporaryHome home = new();
    private readonly SqlDocumentStore store;

    public OldDocumentsTests() => store = new SqlDocumentStore(home.Database, home.Time);

    public void Dispose() => home.Dispose();

    [TestMethod]
    [DataRow("DeleteFinishedDocuments")]
    [DataRow("deletefinisheddocuments ")]
    [DataRow("Удаление завершённых документов")]
    public async Task Documents_finished_before_the_given_days_are_deleted_and_counted(string name)
    {
        await SaveAsync("old", finished: true);
        await SaveAsync("open", finished: false);
        home.Time.Advance(TimeSpan.FromDays(8));
        await SaveAsync("fresh", finished: true);

        var result = await InvokeAsync(name, new InvokeArg("days", 7L));

        Value(result)["deleted"].Should().Be(1L);
        Value(result).Names.Should().NotContain("warnings");
        (await store.ListAsync(null, 10, default)).Select(document => document.Id).Should().BeEquivalentTo("open", "fresh");
    }

    [TestMethod]
    public async Task Documents_that_nobody_changed_are_deleted_also_when_they_are_open()
    {
        await SaveAsync("old", finished: true);
        await SaveAsync("open", finished: false);
        home.Time.Advance(TimeSpan.FromDays(8));
        await SaveAsync("fresh", finished: false);

        var result = await InvokeAsync("Удаление старых документов", new InvokeArg("", 7L));

        Value(result)["deleted"].Should().Be(2L);
        (await store.ListAsync(null, 10, default)).Select(document => document.Id).Should().Equal("fresh");
    }

    [TestMethod]
    public async Task Without_days_the_time_of_the_settings_counts()
    {
        await SaveAsync("old", finished: true);

        home.Time.Advance(TimeSpan.FromDays(29));
        var early = await InvokeAsync("DeleteFinishedDocuments");
        home.Time.Advance(TimeSpan.FromDays(2));
        var late = await InvokeAsync("DeleteFinishedDocuments");

        (Value(early)["deleted"], Value(late)["deleted"]).Should().Be((0L, 1L));
    }

    [TestMethod]
    [DataRow("days", 0L)]
    [DataRow("days", -1L)]
    [DataRow("days", 36501L)]
    [DataRow("days", "many")]
    [DataRow("tage", 7L)]
    public async Task An_argument_that_cannot_be_meant_deletes_nothing(string name, object value)
    {
        await SaveAsync("old", finished: true);
        home.Time.Advance(TimeSpan.FromDays(4000));

        var call = () => InvokeAsync("DeleteFinishedDocuments", new InvokeArg(name, value));

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.InvalidArguments && error.MessageRu!.Contains("целое число", StringComparison.Ordinal));
        (await store.FindAsync("old", default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task Many_documents_go_in_portions_until_none_is_left()
    {
        var portions = new Queue<int>([OldDocuments.Portion, OldDocuments.Portion, 3]);
        var limits = new List<int>();
        var operation = Operation((_, limit, _) =>
        {
            limits.Add(limit);
            return new(portions.Dequeue());
        });

        var result = await operation.RunAsync(Args("DeleteOldDocuments"), default);

        Value(result)["deleted"].Should().Be((2L * OldDocuments.Portion) + 3);
        limits.Should().Equal(OldDocuments.Portion, OldDocuments.Portion, OldDocuments.Portion);
    }

    [TestMethod]
    public async Task What_does_not_fit_into_the_time_of_a_run_is_left_and_the_run_ends_with_a_warning()
    {
        var operation = Operation((_, _, _) =>
        {
            home.Time.Advance(OldDocuments.Budget / 2);
            return new(OldDocuments.Portion);
        });

        var result = await operation.RunAsync(Args("DeleteOldDocuments"), default);

        Value(result)["deleted"].Should().Be(2L * OldDocuments.Portion);
        JobVerdicts.Judge(result, null).Outcome.Should().Be(JobOutcome.SucceededWithWarnings);
    }

    [TestMethod]
    public async Task A_failure_after_the_first_portion_is_a_warning_with_what_is_gone()
    {
        var answers = new Queue<Func<int>>([() => OldDocuments.Portion, () => throw new InvalidOperationException("The disk is full.")]);
        var operation = Operation((_, _, _) => new(answers.Dequeue()()));

        var result = await operation.RunAsync(Args("DeleteOldDocuments"), default);

        Value(result)["deleted"].Should().Be((long)OldDocuments.Portion);
        var end = JobVerdicts.Judge(result, null);
        end.Outcome.Should().Be(JobOutcome.SucceededWithWarnings);
        end.Error!.Detail.Should().Contain("The disk is full.");
    }

    [TestMethod]
    public async Task A_failure_before_anything_is_deleted_is_a_failure()
    {
        var run = () => Operation((_, _, _) => throw new InvalidOperationException("The disk is full.")).RunAsync(Args("DeleteOldDocuments"), default).AsTask();

        await run.Should().ThrowAsync<InvalidOperationException>();
    }

    private static ConnectorRecord Value(InvokeResult result) => (ConnectorRecord)result.Value!;

    private static InvokeArgs Args(string name, params InvokeArg[] arguments) => new(ConnectorCall.ServerOperations, "", name, arguments);

    private OldDocuments Operation(Func<DateTimeOffset, int, CancellationToken, ValueTask<int>> remove) => new(OldDocuments.Unchanged, TimeSpan.FromDays(90), remove, home.Time);

    private Task<InvokeResult> InvokeAsync(string name, params InvokeArg[] arguments)
    {
        var own = new OwnOperations(
        [
            new OldDocuments(OldDocuments.Finished, TimeSpan.FromDays(30), store.RemoveFinishedAsync, home.Time),
            new OldDocuments(OldDocuments.Unchanged, TimeSpan.FromDays(90), store.RemoveUnchangedAsync, home.Time),
        ]);
        return new ServerOperationConnector(new NoOperations(), new OperationLocks(home.Time, TimeSpan.FromSeconds(20)), own).InvokeAsync(Args(name, arguments), default).AsTask();
    }

    private async Task SaveAsync(string id, bool finished) => await store.SaveAsync(new StoredDocument(id, "t", new ConnectorRecord { { "id", id } }) { Finished = finished }, default);
}
