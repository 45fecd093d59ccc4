using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>Calls named statements, procedures and functions of a database: a caller names a method and never sees SQL.</summary>
[Connector("Sql", Settings = typeof(SqlSettings))]
public sealed class SqlConnector : IAsyncConnector, IConnectorMethods, IConnectorCheck, IDisposable
{
    private readonly Dictionary<(string Class, string Method), SqlMethod> methods = new(MethodNames.Comparer);
    private readonly ConcurrentDictionary<string, SqlMethod> catalogued = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SqlMethod> list;
    private readonly SqlSource source;
    private readonly SqlErrors errors;
    private readonly TimeProvider time;
    private readonly bool discovers;
    private int disposed;

    /// <summary>Makes the connector of its settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="timeProvider">The clock of limits.</param>
    /// <exception cref="ConnectorSettingsException">The settings cannot be used; every problem is listed.</exception>
    public SqlConnector(SqlSettings settings, TimeProvider? timeProvider = null)
        : this(settings ?? throw new ArgumentNullException(nameof(settings)), SqlSettingsReader.Read(settings), timeProvider)
    {
    }

    internal SqlConnector(SqlSettings settings, (SqlSource Source, IReadOnlyList<SqlMethod> Methods) read, TimeProvider? timeProvider = null)
    {
        (source, list) = read;
        foreach (var method in list)
        {
            foreach (var name in method.Info.Aliases.Prepend(method.Info.MethodName)) methods.Add((method.Info.ClassName, name), method);
        }

        Methods = [.. list.Select(method => method.Info)];
        errors = new SqlErrors(source, ConnectionText.Secrets(new System.Data.Common.DbConnectionStringBuilder { ConnectionString = settings.ConnectionString }));
        time = timeProvider ?? TimeProvider.System;
        discovers = settings.Discover;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    /// <inheritdoc/>
    public async ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (!methods.TryGetValue((args.ClassName, args.MethodName), out var method))
        {
            throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);
        }

        if (method.AsksCatalogue) method = await AskInTimeAsync(method, cancellationToken).ConfigureAwait(false);
        var arguments = method.Binder.Bind(args);
        var requestId = KeyOf(args, method);
        var call = new SqlCall(source, method, errors, time);
        var value = await call.RunAsync(SqlCommands.Values(method, arguments, requestId), cancellationToken).ConfigureAwait(false);
        return InvokeResult.Ok(value);
    }

    /// <inheritdoc/>
    public ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken) => new SqlCheck(source, list, errors, discovers, AskAsync).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0) source.Dispose();
    }

    // A request id is its caller's own: two handhelds may both count from 1, and one counts for all methods.
    private static string KeyOf(InvokeArgs args, SqlMethod method)
    {
        if (method.KeyParameter.Length > 0 && StorableText.ProblemOf(args.RequestId) is { } problem) throw method.Binder.Wrong([new($"request id: {problem.Text}", $"номер запроса: {problem.TextRu}")]);
        return CallKeys.Of(args, method.Info) ?? Guid.NewGuid().ToString();
    }

    // What asking takes is taken from the limit of the call.
    private async ValueTask<SqlMethod> AskInTimeAsync(SqlMethod method, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var asked = await AskAsync(method, cancellationToken).ConfigureAwait(false);
        var left = method.Limit - time.GetElapsedTime(since);
        return asked with { Limit = left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1) };
    }

    // Asked once for the life of the connector: a changed procedure is seen when the connector is rebuilt.
    private async ValueTask<SqlMethod> AskAsync(SqlMethod method, CancellationToken cancellationToken)
    {
        if (catalogued.TryGetValue(method.Field, out var known)) return known;
        var found = await new RoutineSearch(source, errors, time).FindAsync(method, cancellationToken).ConfigureAwait(false);
        return catalogued.GetOrAdd(method.Field, RoutineMethod.With(method, found));
    }
}
