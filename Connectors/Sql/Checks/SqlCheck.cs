using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Tries the connection and looks at every statement without running it.</summary>
internal sealed class SqlCheck(SqlSource source, IReadOnlyList<SqlMethod> methods, SqlErrors errors, bool discovers, Func<SqlMethod, CancellationToken, ValueTask<SqlMethod>> ask)
{
    private static readonly Func<SqlParameter, (bool, object?)> Nothing = _ => (true, null);
    private readonly List<ConnectorProblem> problems = [];
    private readonly List<ConnectorMethodInfo> found = [];

    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        string? answered = null;
        try
        {
            var connection = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                answered = source.Answered(connection);
                foreach (var method in methods) found.Add((await LookAsync(method, cancellationToken).ConfigureAwait(false)).Info);
                if (discovers) await DiscoverAsync(connection, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (errors.Of(failure) is { } error)
        {
            problems.Add(ProblemOf(error, "connectionString"));
        }

        return new ConnectorCheckReport(problems) { Target = source.Target, Answered = answered, Methods = answered is not null && (discovers || methods.Any(method => method.AsksCatalogue)) ? found : null };
    }

    private async ValueTask<SqlMethod> LookAsync(SqlMethod method, CancellationToken cancellationToken)
    {
        try
        {
            if (method.AsksCatalogue) return await ask(method, cancellationToken).ConfigureAwait(false);

            // What providers make of preparing a procedure differs too much; a wrong name is told when it is called.
            if (method.Routine.Length > 0 && source.KeepsOut) return method;

            // A connection of its own for each: a statement that cannot be prepared must not spoil the next.
            var connection = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                foreach (var command in SqlCommands.Of(source, method, Nothing, connection.CreateCommand))
                {
                    await using (command.ConfigureAwait(false)) await source.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (ConnectorException refused)
        {
            problems.Add(ProblemOf(refused.Error, FieldOf(method)));
        }
        catch (Exception failure) when (errors.Of(failure) is { } error)
        {
            problems.Add(ProblemOf(error, FieldOf(method)) with { IsWarning = IsGuess(method) });
        }

        return method;
    }

    private async ValueTask DiscoverAsync(System.Data.Common.DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            found.AddRange(await source.DiscoverAsync(connection, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (errors.Of(failure) is { } error)
        {
            problems.Add(ProblemOf(error, "discover") with { Code = "DISCOVERY_FAILED", IsWarning = true });
        }
    }

    // Without a value, the database is not told the type of these; what it makes of that is no proof.
    private static bool IsGuess(SqlMethod method) =>
        method.Parameters.Any(parameter => parameter.DbType.Length == 0 && (parameter.Kind is null || (parameter.Kind == ValueKind.List && parameter.Items is null)));

    private static string FieldOf(SqlMethod method) =>
        $"{method.Field}.{(method.Routine.Length == 0 ? method.Statements.Count > 1 ? "statements" : "sql" : method.IsFunction ? "function" : "procedure")}";

    // The error's first sentence is the cause, what follows it is the cure.
    private static ConnectorProblem ProblemOf(ConnectorError error, string field)
    {
        var (cause, cure) = Split(error.Message);
        var (causeRu, cureRu) = Split(error.MessageRu ?? error.Message);
        return new ConnectorProblem(error.Reason ?? error.Code.ToString(), field, cause, cure ?? "Look into the log for the database's own words.")
        {
            MessageRu = causeRu,
            NextStepRu = cureRu ?? "Посмотрите в журнале, что ответила база.",
            Detail = error.Detail,
        };
    }

    private static (string Cause, string? Cure) Split(string message)
    {
        var at = message.IndexOf(". ", StringComparison.Ordinal);
        return at < 0 ? (message, null) : (message[..(at + 1)], message[(at + 2)..]);
    }
}
