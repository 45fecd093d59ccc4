using System.Reflection;
using Cleverence.Connectivity;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.ChestnyZnak;

/// <summary>The engine's store in memory that writes a commit's records beside its messages, as the stores of the server do.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class StoreWithRecords : DispatchProxy
{
    private MemoryExchangeStore store = null!;
    private HeldRecords records = null!;

    public static IExchangeStore Over(MemoryExchangeStore store, HeldRecords records)
    {
        var made = Create<IExchangeStore, StoreWithRecords>();
        ((StoreWithRecords)(object)made).store = store;
        ((StoreWithRecords)(object)made).records = records;
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IExchangeStore.CommitAsync) ? CommitAsync((ExchangeCommit)args![0]!, (CancellationToken)args[1]!) : targetMethod.Invoke(store, args);

    private async Task<CommitConflict?> CommitAsync(ExchangeCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            await records.CheckAsync(commit.Records);
        }
        catch (ConnectorException)
        {
            return new CommitConflict("record", commit.Records[0].Key);
        }

        var conflict = await store.CommitAsync(commit with { Records = [] }, cancellationToken);
        if (conflict is null) await records.WriteAsync([.. commit.Records.Select(record => record with { ExpectedVersion = null })], cancellationToken);
        return conflict;
    }
}
