namespace Server;

/// <summary>The switch <c>--jobs-locked</c>: the jobs of a new base are locked until a person unlocks them.</summary>
internal static class JobsLocked
{
    public const string Name = "--jobs-locked";

    /// <summary>Takes the switch out of the arguments; configuration would take what follows it for its value.</summary>
    public static bool Take(ref string[] args)
    {
        var given = args.Contains(Name, StringComparer.OrdinalIgnoreCase);
        if (given) args = [.. args.Where(argument => !argument.Equals(Name, StringComparison.OrdinalIgnoreCase))];
        return given;
    }
}
