namespace Connectors.OneC;

/// <summary>The pauses between looks at a long operation.</summary>
internal static class OneCPoll
{
    /// <summary>Our own service: 1 s, each further one 1.4 times as long, to 15 s.</summary>
    public static IEnumerable<TimeSpan> Own()
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = Shorter(pause * 1.4, TimeSpan.FromSeconds(15))) yield return pause;
    }

    /// <summary>The standard services: 15 s, each further one 30 s longer, to 180 s, unless the settings say otherwise.</summary>
    public static IEnumerable<TimeSpan> Standard(TimeSpan first, TimeSpan step, TimeSpan most)
    {
        for (var pause = Shorter(first, most); ; pause = Shorter(pause + step, most)) yield return pause;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
