namespace ServerJobs;

/// <summary>How a server shares its jobs with others. Only with a store that several servers share.</summary>
public sealed class NodesOptions
{
    /// <summary>How long the others wait for a word of this server before they take over. 3 seconds.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often it gives its word, and looks whether another one fell silent. Half a second.</summary>
    public TimeSpan Beat { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often it asks for due jobs when it knows of none. A quarter of a second, jittered.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How close two questions follow each other at most; many jobs then share one. 20 milliseconds.</summary>
    public TimeSpan Tightest { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How often it reads how the jobs of the others stand. A second.</summary>
    public TimeSpan View { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How late a start may be; a later one is a miss, unless the job's own window of catching up is wider. 30 seconds.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many jobs it claims at once. 200.</summary>
    public int Batch { get; set; } = 200;

    /// <summary>Sets the lease, and the word to be given six times in it: one lost word is no silence.</summary>
    /// <param name="lease">The lease.</param>
    public void HoldFor(TimeSpan lease) => (Lease, Beat) = (lease, lease / 6);
}
