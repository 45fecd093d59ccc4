using System.Diagnostics;

namespace Unit.Tests.Sql;

/// <summary>Waiting for what the database does.</summary>
internal static class Waiting
{
    public static async Task Eventually(Func<Task<bool>> holds)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > TimeSpan.FromSeconds(20)) throw new AssertFailedException("It did not come about within 20 s.");
            await Task.Delay(20);
        }
    }
}
