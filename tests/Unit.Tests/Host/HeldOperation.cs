namespace Unit.Tests.Host;

/// <summary>An operation that runs until it is told to end.</summary>
internal sealed class HeldOperation
{
    private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task { get; set; } = Task.CompletedTask;

    public bool Runs => began.Task.IsCompleted;

    public Task HoldAsync()
    {
        began.SetResult();
        return end.Task;
    }

    public Task RunsAsync() => began.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public Task EndAsync()
    {
        end.SetResult();
        return Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
