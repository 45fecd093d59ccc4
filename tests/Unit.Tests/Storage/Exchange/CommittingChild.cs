using System.Runtime.CompilerServices;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Connectors.Exchange;
using Server.Storage;

namespace Unit.Tests.Storage.Exchange;

/// <summary>Makes this program, started by a test with a variable set, commit messages and codes and tell each, until it is killed.</summary>
internal static class CommittingChild
{
    public const string Variable = "CONNECTORS_TEST_COMMIT_HOME";
    public const string Connector = "znak";

    [ModuleInitializer]
    internal static void CommitWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder) return;
        var options = new StorageOptions { HomeFolder = folder };
        using var database = SqlDatabase.Open(options, TimeProvider.System);
        Commit(new SqlExchangeStore(database, options, TimeProvider.System), new SqlMarkingCodeStore(database, TimeProvider.System));
    }

    // Waits in this thread: while an initializer runs, other threads cannot run the code of this module.
    private static void Commit(SqlExchangeStore store, SqlMarkingCodeStore codes)
    {
        for (var number = 0; ; number++)
        {
            var intent = codes.BeginIntentAsync($"order-{number}", "04607177964089", 2, default).AsTask().GetAwaiter().GetResult();
            codes.StoreBlockAsync(new CodeBlock($"block-{number}", $"order-{number}", "04607177964089", [$"{number}-a", $"{number}-b"]), intent.Id, default).AsTask().GetAwaiter().GetResult();
            var message = new ExchangeMessage($"m-{number}", new OutgoingMessage("7700000001", "LK_RECEIPT", [1]) { Document = $"d-{number}" });
            store.CommitAsync(new ExchangeCommit(Connector) { Added = [message], Documents = [new DocumentState($"d-{number}", "k", "s")] }, default).GetAwaiter().GetResult();

            // Told only now: what was told must be there.
            Console.WriteLine(number);
        }
    }
}
