namespace Connectors.Hosting;

/// <summary>A class with server operations that are not static, and its one instance, which is built as soon as its plugin serves.</summary>
internal sealed class OperationClass(Type type)
{
    private readonly TaskCompletionSource<object> built = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Type Type { get; } = type;

    public Task<object> Instance => built.Task;

    /// <summary>Builds the instance on a thread of its own.</summary>
    public async Task BuildAsync(Func<Type, object> build, GenerationHold hold, TimeSpan limit, TimeProvider time)
    {
        try
        {
            var instance = await ForeignThread.RunAsync($"operations {Type.Name}", () => build(Type), limit, time, late => Drop(late, hold), hold.Dispose).ConfigureAwait(false);
            hold.Dispose();
            built.TrySetResult(instance);
        }
        catch (TooSlowException)
        {
            built.TrySetException(BuildErrors.TooSlow($"operations {Type.Name}", limit));
        }
        catch (Exception failure)
        {
            hold.Dispose();
            built.TrySetException(failure);
        }

        // Nobody may ever ask for it; a failure that nobody looked at must not be reported as a forgotten one.
        _ = built.Task.Exception;
    }

    /// <summary>Disposes the instance, if there is one.</summary>
    public void Dispose()
    {
        if (built.Task.IsCompletedSuccessfully) (built.Task.Result as IDisposable)?.Dispose();
    }

    private static void Drop(object late, GenerationHold hold)
    {
        try
        {
            (late as IDisposable)?.Dispose();
        }
        finally
        {
            hold.Dispose();
        }
    }
}
