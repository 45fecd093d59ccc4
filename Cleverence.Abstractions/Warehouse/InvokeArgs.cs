using Cleverence.Connectivity;

namespace Cleverence.Warehouse;

/// <summary>One call: the connector, the class, the method, the arguments in their order, and who calls.</summary>
/// <remarks>Immutable, safe to share between threads. Names are compared without case.</remarks>
public sealed class InvokeArgs
{
    private static readonly InvokeCaller Nobody = new(CallOrigin.Connector);
    private readonly IReadOnlyList<InvokeArg> parameters = [];
    private readonly string? correlationId;

    /// <summary>Makes a call.</summary>
    /// <param name="connectorId">The connector's id.</param>
    /// <param name="className">The class; empty for none.</param>
    /// <param name="methodName">The method.</param>
    /// <param name="parameters">The arguments, in their order.</param>
    public InvokeArgs(string connectorId, string className, string methodName, IReadOnlyList<InvokeArg>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(connectorId);
        ArgumentNullException.ThrowIfNull(className);
        ArgumentNullException.ThrowIfNull(methodName);
        ConnectorId = connectorId;
        ClassName = className;
        MethodName = methodName;
        this.parameters = parameters ?? [];
    }

    /// <summary>The connector's id.</summary>
    public string ConnectorId { get; init; }

    /// <summary>The class; empty for none.</summary>
    public string ClassName { get; init; }

    /// <summary>The method.</summary>
    public string MethodName { get; init; }

    /// <summary>The arguments, in their order.</summary>
    public IReadOnlyList<InvokeArg> Parameters { get => parameters; init => parameters = value ?? []; }

    /// <summary>The caller's id of this request: a repeat with the same id gets the first outcome. Null when the caller gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id under which the log speaks of this call; the request id unless the caller gave none.</summary>
    public string? CorrelationId { get => correlationId ?? RequestId; init => correlationId = value; }

    /// <summary>How long the caller will wait, counted from the moment the invoker takes the call; a method is given what is left of it. Null for no limit of his own.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Who calls and in which session.</summary>
    public InvokeCaller Caller { get; init; } = Nobody;

    /// <summary>Where the method tells how far it is and what the person who waits should read; silent in a call that nobody follows.</summary>
    public ICallFeedback Feedback { get; init; } = SilentFeedback.Instance;

    /// <summary>Told the name whenever <see cref="GetArg"/> finds no argument with it; for hosts that log it.</summary>
    public Action<string>? Missed { get; init; }

    /// <summary>Told, before the caller gets its answer, of a call that goes on after it; the task ends when nothing of the call runs any more.</summary>
    internal Action<Task>? Outlived { get; init; }

    /// <summary>Stops the call wherever it is, a method that has started by its token. Unlike a caller's leaving, it leaves the caller waiting for the end.</summary>
    internal CancellationToken Stopping { get; init; }

    /// <summary>The limit in place of the connector's, for work that nobody waits for; the limit of the method itself stays.</summary>
    internal TimeSpan? LongLimit { get; init; }

    /// <summary>The timestamp before which the method does not begin, though everything up to it may be done; 0 for at once.</summary>
    internal long NotBefore { get; init; }

    /// <summary>The number of arguments.</summary>
    public int Count => parameters.Count;

    /// <summary>The names of the arguments, in order; empty for positional ones.</summary>
    public IReadOnlyList<string> Names => [.. parameters.Select(parameter => parameter.Name)];

    /// <summary>The argument at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    public object? this[int index] => parameters[index].Value;

    /// <summary>The argument with a name, or null.</summary>
    /// <param name="name">The name.</param>
    public object? this[string name] => GetArg(name);

    /// <summary>The same call under another class and method.</summary>
    /// <param name="className">The class; empty for none.</param>
    /// <param name="methodName">The method.</param>
    /// <returns>The call.</returns>
    public InvokeArgs As(string className, string methodName) =>
        new(ConnectorId, className, methodName, parameters) { RequestId = RequestId, CorrelationId = correlationId, Deadline = Deadline, Caller = Caller, Feedback = Feedback, Missed = Missed, Outlived = Outlived, Stopping = Stopping, LongLimit = LongLimit, NotBefore = NotBefore };

    /// <summary>The same call under a request id.</summary>
    internal InvokeArgs Under(string requestId) =>
        new(ConnectorId, ClassName, MethodName, parameters) { RequestId = requestId, CorrelationId = correlationId, Deadline = Deadline, Caller = Caller, Feedback = Feedback, Missed = Missed, Outlived = Outlived, Stopping = Stopping, LongLimit = LongLimit, NotBefore = NotBefore };

    /// <summary>The same call with what is left of its deadline.</summary>
    internal InvokeArgs Within(TimeSpan deadline) =>
        new(ConnectorId, ClassName, MethodName, parameters) { RequestId = RequestId, CorrelationId = correlationId, Deadline = deadline, Caller = Caller, Feedback = Feedback, Missed = Missed, Outlived = Outlived, Stopping = Stopping, LongLimit = LongLimit, NotBefore = NotBefore };

    /// <summary>The argument with a name, or null when there is none.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value.</returns>
    public object? GetArg(string name)
    {
        if (TryGetArg(name, out var value)) return value;
        Missed?.Invoke(name);
        return null;
    }

    /// <summary>Finds the argument with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value found.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetArg(string name, out object? value)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            if (!string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)) continue;
            value = parameter.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>The argument with a name, converted without regard to culture.</summary>
    /// <typeparam name="T">The type wanted.</typeparam>
    /// <param name="name">The name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConnectorException">It is missing or cannot be converted; the error names what is known.</exception>
    public T Get<T>(string name) =>
        TryGetArg(name, out var value)
            ? Converted<T>(name, value)
            : throw ArgumentErrors.Missing(FullName, name, Names);

    /// <summary>The argument at a position, converted without regard to culture.</summary>
    /// <typeparam name="T">The type wanted.</typeparam>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConnectorException">There is none, or it cannot be converted.</exception>
    public T Get<T>(int index)
    {
        var position = (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return index >= 0 && index < parameters.Count
            ? Converted<T>(position, parameters[index].Value)
            : throw ArgumentErrors.Missing(FullName, position, Names);
    }

    private string FullName => ClassName.Length == 0 ? MethodName : $"{ClassName}.{MethodName}";

    private T Converted<T>(string name, object? value) =>
        ConnectorValues.TryConvert(value, typeof(T), out var converted)
            ? (T)converted!
            : throw ArgumentErrors.Invalid(FullName, [ArgumentErrors.WrongType(name, value, typeof(T))], Names);
}
