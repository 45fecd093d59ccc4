namespace Cleverence.Warehouse;

/// <summary>Waits for a store's answer: the classic object model is synchronous, and its callers own their thread.</summary>
internal static class Waiting
{
    public static T Waited<T>(this ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}
