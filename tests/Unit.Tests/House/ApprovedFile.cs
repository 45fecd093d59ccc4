namespace Unit.Tests.House;

/// <summary>A text that only changes on purpose: it is kept in the repository and compared.</summary>
internal static class ApprovedFile
{
    /// <summary>Compares, and on a difference leaves the new text beside the approved one, to be read and copied over it.</summary>
    public static void Compare(string path, string actual)
    {
        var approved = Path.Combine(Repository.Root, path);
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == actual) return;
        var received = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(path) + ".received");
        File.WriteAllText(received, actual);
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var removed = old.Except(now).Select(line => $"- {line}");
        var added = now.Except(old).Select(line => $"+ {line}");
        Assert.Fail($"{path} no longer says what the code says. If the change is meant, copy {received} over it and add a line to CHANGELOG.md.\n{string.Join('\n', removed.Concat(added).Take(40))}");
    }
}
