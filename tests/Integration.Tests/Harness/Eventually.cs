namespace Integration.Tests;

/// <summary>Waits for something that happens soon, with a deadline.</summary>
internal static class Eventually
{
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> good, TimeSpan? patience = null)
    {
        var deadline = DateTimeOffset.UtcNow + (patience ?? TimeSpan.FromSeconds(30));
        while (true)
        {
            var seen = await look();
            if (good(seen) || DateTimeOffset.UtcNow > deadline) return seen;
            await Task.Delay(50);
        }
    }
}
