namespace Connectors.Sql;

/// <summary>Finds the one procedure or function of a method in the database's catalogue.</summary>
internal sealed class RoutineSearch(SqlSource source, SqlErrors errors, TimeProvider time)
{
    public async ValueTask<Routine> FindAsync(SqlMethod method, CancellationToken cancellationToken)
    {
        var session = new SqlSession(method.Limit, time, cancellationToken);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                await session.OpenAsync(source, method with { Isolation = null }).ConfigureAwait(false);
                var found = await source.FindAsync(session.Connection, method.Routine, method.IsFunction, session.Token).ConfigureAwait(false);
                return found.Count == 1 ? found[0] : throw errors.NoRoutine(method, found.Count);
            }
            catch (Exception failure) when (failure is OperationCanceledException && session.Token.IsCancellationRequested)
            {
                throw errors.TimeLimit(method, CallStage.Connecting, true, failure);
            }
            catch (Exception failure) when (errors.Of(failure, method, CallStage.Connecting) is { } known)
            {
                throw known;
            }
        }
    }
}
