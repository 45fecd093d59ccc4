using System.Reflection;

namespace Cleverence.Connectivity;

/// <summary>Awaits whatever kind of task a method returns and hands over its result.</summary>
internal static class Awaiting
{
    private static readonly MethodInfo OfTaskMethod = typeof(Awaiting).GetMethod(nameof(OfTask), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo OfValueTaskMethod = typeof(Awaiting).GetMethod(nameof(OfValueTask), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static bool IsAwaitable(Type type) => type == typeof(Task) || type == typeof(ValueTask) || IsGeneric(type);

    /// <summary>The type behind the task; void for a task without a result.</summary>
    public static Type ResultOf(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) ? typeof(void) : IsGeneric(type) ? type.GetGenericArguments()[0] : type;

    /// <summary>A delegate that awaits the returned object of a method of this return type.</summary>
    public static Func<object?, ValueTask<object?>> For(Type type)
    {
        if (!IsAwaitable(type)) return static returned => new(returned);
        if (type == typeof(Task)) return static returned => OfPlain(new ValueTask((Task)returned!));
        if (type == typeof(ValueTask)) return static returned => OfPlain((ValueTask)returned!);
        var open = type.GetGenericTypeDefinition() == typeof(Task<>) ? OfTaskMethod : OfValueTaskMethod;
        return open.MakeGenericMethod(type.GetGenericArguments()[0]).CreateDelegate<Func<object?, ValueTask<object?>>>();
    }

    private static bool IsGeneric(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>));

    private static async ValueTask<object?> OfPlain(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static ValueTask<object?> OfTask<T>(object? returned)
    {
        var task = (Task<T>)returned!;
        return task.IsCompletedSuccessfully ? new(task.Result) : AwaitAsync(task);

        static async ValueTask<object?> AwaitAsync(Task<T> task) => await task.ConfigureAwait(false);
    }

    private static ValueTask<object?> OfValueTask<T>(object? returned)
    {
        var task = (ValueTask<T>)returned!;
        return task.IsCompletedSuccessfully ? new(task.Result) : AwaitAsync(task);

        static async ValueTask<object?> AwaitAsync(ValueTask<T> task) => await task.ConfigureAwait(false);
    }
}
