using System.Globalization;
using System.Reflection;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>Reads a marked method's signature: what callers are told about it, and why it cannot be used.</summary>
internal static class MethodShape
{
    public static string? Problem(MethodInfo method, ConnectorMethodAttribute mark) => method switch
    {
        { IsPublic: false } => $"{method.Name} is marked but not public",
        { IsGenericMethodDefinition: true } => $"{method.Name} is generic",
        _ when method.ReturnType == typeof(void) && method.IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute)) =>
            $"{method.Name} is async void: nobody can wait for it or learn that it failed; return a Task",
        _ when method.GetParameters().FirstOrDefault(parameter => parameter.ParameterType.IsByRef) is { } byRef => $"parameter {byRef.Name} of {method.Name} is passed by reference",
        _ when mark.Name is { } name && string.IsNullOrWhiteSpace(name) => $"{method.Name} is given an empty name",
        _ when mark.TimeLimit is { } limit && !TryParseLimit(limit, out _) => $"the time limit '{limit}' of {method.Name} is not hh:mm:ss above zero",
        _ => null,
    };

    public static ConnectorMethodInfo Describe(MethodInfo method, ConnectorMethodAttribute mark)
    {
        var result = Awaiting.ResultOf(method.ReturnType);
        return new ConnectorMethodInfo(mark.Class, mark.Name ?? PlainName(method.Name))
        {
            Aliases = mark.Aliases,
            Parameters = [.. method.GetParameters().Where(IsArgument).Select(Describe)],
            Safety = mark.Safety,
            TimeLimit = mark.TimeLimit is { } limit && TryParseLimit(limit, out var span) ? span : null,
            ResultKind = result == typeof(void) ? ValueKind.Null : result is null ? null : ResultKind(result),
            Blocking = !Awaiting.IsAwaitable(method.ReturnType),
            Description = mark.Description,
        };
    }

    public static bool IsArgument(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(InvokeArgs) && parameter.ParameterType != typeof(ICallFeedback) && parameter.ParameterType != typeof(CancellationToken);

    private static ConnectorParameterInfo Describe(ParameterInfo parameter)
    {
        var mark = parameter.GetCustomAttribute<ConnectorParameterAttribute>();
        return new ConnectorParameterInfo(mark?.Name ?? parameter.Name!, ParameterKind.Of(parameter.ParameterType))
        {
            Aliases = mark?.Aliases ?? [],
            Optional = parameter.HasDefaultValue,
            Description = mark?.Description,
        };
    }

    private static ValueKind? ResultKind(Type type) =>
        type == typeof(InvokeResult) ? null : ParameterKind.Of(type) ?? (type == typeof(object) ? null : ValueKind.Record);

    private static string PlainName(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;

    private static bool TryParseLimit(string text, out TimeSpan limit) =>
        TimeSpan.TryParseExact(text, @"h\:mm\:ss", CultureInfo.InvariantCulture, out limit) && limit > TimeSpan.Zero
        || (TimeSpan.TryParseExact(text, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out limit) && limit > TimeSpan.Zero);
}
