using System.Data.Common;

namespace Connectors.Sql;

/// <summary>Ends commands whose rows nobody wants any more.</summary>
internal static class Ending
{
    /// <summary>Asks the database to stop what the command still does. Not every provider can; then the rest is read when the reader is closed.</summary>
    public static void Stop(DbCommand command)
    {
        try
        {
            command.Cancel();
        }
        catch (Exception failure) when (IsExpected(failure) || failure is NotSupportedException)
        {
            // Some open a second connection for it, which may fail: what counts is that everything is given back.
        }
    }

    /// <summary>Closes a reader whose call has its error, or its rows, already.</summary>
    public static async ValueTask CloseAsync(DbDataReader reader)
    {
        try
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            // It ended by being stopped, or broke before.
        }
    }

    private static bool IsExpected(Exception failure) => failure is DbException or OperationCanceledException or InvalidOperationException or IOException;
}
