namespace Cleverence.Connectivity;

/// <summary>A method of a connector, as the invoker and callers are told about it.</summary>
/// <param name="ClassName">The class, empty for none.</param>
/// <param name="MethodName">The method; dots, spaces and any Unicode letter are allowed.</param>
public sealed record ConnectorMethodInfo(string ClassName, string MethodName)
{
    /// <summary>The method name that stands for every method of its class that is not listed: for a connector that learns the names from the outside system. As the class beside it, it stands for every class.</summary>
    public const string AnyName = "*";

    /// <summary>Other method names it answers to, within the same class.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The parameters, in the order positional arguments are taken.</summary>
    public IReadOnlyList<ConnectorParameterInfo> Parameters { get; init; } = [];

    /// <summary>Whether a machine may call it again.</summary>
    public MethodSafety Safety { get; init; }

    /// <summary>The method's own limit, in place of the connector's.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The kind of its result, or null where it varies.</summary>
    public ValueKind? ResultKind { get; init; }

    /// <summary>Whether the method holds a thread until it ends (it returns no task); such methods run on threads of their connector.</summary>
    public bool Blocking { get; init; }

    /// <summary>Whether the method promises to give its thread back at once: it computes for microseconds and awaits everything else. Its calls then begin on their callers' threads, any number of them at once. A promise that is broken holds up other calls of the server.</summary>
    public bool NeverBlocks { get; init; }

    /// <summary>The outside address it calls, where it is always the same; its breaker is kept under it.</summary>
    public string? Target { get; init; }

    /// <summary>One sentence about it.</summary>
    public string? Description { get; init; }

    /// <summary>The name with its class, as shown to people: <c>Class.Method</c> or <c>Method</c>.</summary>
    public string FullName => ClassName.Length == 0 ? MethodName : $"{ClassName}.{MethodName}";
}
