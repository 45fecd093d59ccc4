using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>
/// Opens the old door: a classic connector behind the modern contract. Calls run on the caller's thread to their end;
/// the invoker gives them a thread of the connector and lets one in at a time.
/// </summary>
internal sealed class ClassicConnectorAdapter : IAsyncConnector, IDisposable
{
    private readonly IConnector connector;
    private readonly ClassicOptions options;
    private readonly ClassicHost host;
    private readonly OnceLog once = new();

    private ClassicConnectorAdapter(IConnector connector, ClassicOptions options, ClassicHost host)
    {
        this.connector = connector;
        this.options = options;
        this.host = host;
        ReadLimits();
    }

    /// <summary>The connector enforces its limit itself: the host only measures.</summary>
    public bool KeepsOwnLimit { get; private set; }

    /// <summary>The limit of one call; null for none.</summary>
    public TimeSpan? Limit { get; private set; }

    /// <summary>What the connector does when its limit passes.</summary>
    public TimeoutBehavaior TimeoutBehavaior { get; private set; }

    /// <summary>Builds a classic connector, with the static names of its object model in place, and gives it its id, limit and settings.</summary>
    /// <exception cref="ConnectorException">The configuration does not fit; all offenders are in it.</exception>
    public static ClassicConnectorAdapter Create(Func<IConnector> construct, ClassicOptions options, ClassicHost host)
    {
        using var scope = ClassicScope.Enter(host);
        var connector = construct();
        try
        {
            return new ClassicConnectorAdapter(Configured(connector, options), options, host);
        }
        catch
        {
            (connector as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>Whether a call of this method that passed its limit may be made once more, after the first attempt has ended.</summary>
    /// <param name="method">The method, with or without its class.</param>
    public bool ReInvokes(string method) => TimeoutBehavaior == TimeoutBehavaior.ReInvoke && options.ReInvoke.Contains(method, StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares the connector, unless it already is; it runs on the caller's thread.</summary>
    /// <exception cref="ConnectorException">It did not become initialised.</exception>
    public void Initialize()
    {
        using var scope = ClassicScope.Enter(host);
        EnsureInitialized();
        ReadLimits();
        Warn();
    }

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scope = ClassicScope.Enter(host.For(args.Caller));
        EnsureInitialized();
        var method = args.ClassName.Length == 0 ? args.MethodName : args.ClassName + options.ClassJoiner + args.MethodName;
        var returned = connector.InvokeMethod(method, ClassicArguments.Of(args, name => Missed(args, method, name)));
        if (returned is null && args.Caller.Origin != CallOrigin.Job && once.First(method)) host.Logger.ReturnedNull(options.Id, method);
        return new(returned as InvokeResult ?? InvokeResult.Ok(ClassicResult.Of(returned, args)));
    }

    public void Dispose()
    {
        using var scope = ClassicScope.Enter(host);
        (connector as IDisposable)?.Dispose();
    }

    private static IConnector Configured(IConnector connector, ClassicOptions options)
    {
        connector.Id = options.Id;
        connector.Enabled = true;
        if (options.Timeout is { } timeout) connector.Timeout = timeout;
        if (options.TimeoutBehavaior is { } behavior) connector.TimeoutBehavaior = behavior;
        var problems = options.Settings is { } settings ? ClassicSettings.Apply(connector, settings) : [];
        if (problems.Count == 0) return connector;
        var list = string.Join("; ", problems);
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Unavailable, $"Connector '{options.Id}' has wrong settings: {list}.")
        {
            MessageRu = $"У коннектора «{options.Id}» неверные настройки: {list}.",
            Detail = $"Connector '{options.Id}' has wrong settings: {list}.",
            Offenders = problems,
        });
    }

    // Looked at before every call: a connector that could not reach its system at the start gets another chance.
    private void EnsureInitialized()
    {
        if (connector.Initialized) return;
        connector.Initialize();
        if (connector.Initialized) return;
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Unavailable, $"Connector '{options.Id}' is not ready: its Initialize ended without making it initialised. See the server's log.")
        {
            MessageRu = $"Коннектор «{options.Id}» не готов: инициализация не удалась. Причина в журнале сервера.",
            Retryable = true,
        });
    }

    private void ReadLimits()
    {
        var timeout = connector.Timeout;
        KeepsOwnLimit = connector.IsSelfTimeoutBehavior;
        TimeoutBehavaior = connector.TimeoutBehavaior;
        Limit = timeout <= 0 ? null : options.TimeoutUnit == "s" ? TimeSpan.FromSeconds(timeout) : TimeSpan.FromMilliseconds(timeout);
    }

    private void Warn()
    {
        if (options.TimeoutUnit == "ms" && connector.Timeout is > 0 and < 1000) host.Logger.TimeoutLooksLikeSeconds(options.Id, connector.Timeout);
        if (TimeoutBehavaior == TimeoutBehavaior.ThrowException && options.ReInvoke.Count > 0) host.Logger.ReInvokeWithoutBehavior(options.Id);
        if (TimeoutBehavaior == TimeoutBehavaior.ReInvoke && options.ReInvoke.Count == 0) host.Logger.BehaviorWithoutReInvoke(options.Id);
    }

    private void Missed(InvokeArgs args, string method, string name)
    {
        if (once.First($"{method}\n{name}")) host.Logger.ArgumentMissed(options.Id, method, name, args.Count == 0 ? "nothing" : string.Join(", ", args.Names));
    }
}
