using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Runs the commands of one method and gathers what it hands back.</summary>
internal sealed class SqlCall(SqlSource source, SqlMethod method, SqlErrors errors, TimeProvider time)
{
    public async ValueTask<object?> RunAsync(Func<SqlParameter, (bool Given, object? Value)> valueOf, CancellationToken cancellationToken)
    {
        var session = new SqlSession(method.Limit, time, cancellationToken);
        var handedOn = false;
        try
        {
            await session.OpenAsync(source, method).ConfigureAwait(false);
            var gathered = new Gathered(method);
            foreach (var command in SqlCommands.Of(source, method, valueOf, session.Command))
            {
                if (method.Streams)
                {
                    var table = await StreamAsync(session, command).ConfigureAwait(false);
                    handedOn = table is not null;
                    return table ?? gathered.Value;
                }

                await using (command.ConfigureAwait(false)) await GatherAsync(session, command, gathered).ConfigureAwait(false);
            }

            await session.CommitAsync().ConfigureAwait(false);
            return gathered.Value;
        }
        catch (Exception failure)
        {
            throw Explained(failure, session);
        }
        finally
        {
            if (!handedOn) await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask GatherAsync(SqlSession session, DbCommand command, Gathered gathered)
    {
        var reader = await command.ExecuteReaderAsync(session.Token).ConfigureAwait(false);
        try
        {
            var rows = gathered.Rows ??= new RowReader(source, method, errors);
            do
            {
                if (await rows.BeginAsync(reader, session.Token).ConfigureAwait(false)) await gathered.TakeAsync(rows, session.Token).ConfigureAwait(false);
            }
            while (await reader.NextResultAsync(session.Token).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            // What we refuse ourselves still comes: closed without a stop it would be read to its end, under no limit.
            if (failure is ConnectorException)
            {
                session.Stop();
                Ending.Stop(command);
            }

            await Ending.CloseAsync(reader).ConfigureAwait(false);
            throw;
        }

        await reader.DisposeAsync().ConfigureAwait(false);
        gathered.Affected += Math.Max(0, reader.RecordsAffected);
        if (source.KeepsOut) gathered.TakeOut(command, errors);
    }

    private async ValueTask<ConnectorTable?> StreamAsync(SqlSession session, DbCommand command)
    {
        var reader = default(DbDataReader);
        try
        {
            reader = await command.ExecuteReaderAsync(session.Token).ConfigureAwait(false);
            var rows = new RowReader(source, method, errors);
            while (!await rows.BeginAsync(reader, session.Token).ConfigureAwait(false))
            {
                if (!await reader.NextResultAsync(session.Token).ConfigureAwait(false)) return null;
            }

            var streamed = new StreamedRows(session, command, reader, rows, failure => Explained(failure, session));
            (reader, command) = (null, null!);
            session.Unlimit();
            return StreamedRows.Of(source, streamed, rows.Columns);
        }
        finally
        {
            if (reader is not null) await reader.DisposeAsync().ConfigureAwait(false);
            if (command is not null) await command.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Exception Explained(Exception failure, SqlSession session)
    {
        if (failure is ConnectorException) return failure;
        var fault = source.FaultOf(failure);

        // Told by the database, or by the provider that gave up: what counts is that we asked for it.
        if (session.Token.IsCancellationRequested && (failure is OperationCanceledException || fault?.Reason == Faults.Stopped.Reason || fault?.Reason == Faults.Lost.Reason))
        {
            return errors.TimeLimit(method, session.Stage, fault?.Reason == Faults.Stopped.Reason, failure);
        }

        return errors.Of(failure, method, session.Stage) ?? failure;
    }
}
