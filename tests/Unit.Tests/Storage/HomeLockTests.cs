using System.Diagnostics;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class HomeLockTests : IDisposable
{
    private readonly TemporaryHome home = new();

    [TestMethod]
    public void A_second_server_on_the_same_home_refuses_and_names_folder_and_process()
    {
        _ = home.Database;

        var second = () => SqlDatabase.Open(home.Options, home.Time);

        second.Should().Throw<StorageException>().WithMessage($"*'{home.Options.HomeFolder}' is in use by another server (process {Environment.ProcessId})*Stop that one*");
    }

    [TestMethod]
    public void A_home_given_free_can_be_taken_again()
    {
        _ = home.Database;

        home.Invoking(again => again.Reopen()).Should().NotThrow();
    }

    [TestMethod]
    public async Task A_killed_server_leaves_no_lock_behind()
    {
        using var other = StartHolder();
        var word = await other.StandardOutput.ReadLineAsync();
        var whileHeld = home.Invoking(taken => taken.Reopen()).Should().Throw<StorageException>().Which.Message;
        other.Kill();
        await other.WaitForExitAsync();

        word.Should().Be(HomeLockHolder.Holding);
        whileHeld.Should().Contain($"(process {other.Id})");
        File.Exists(Path.Combine(home.Options.HomeFolder, "server.pid")).Should().BeTrue("the killed one could not tidy up");
        home.Invoking(free => free.Reopen()).Should().NotThrow();
    }

    [TestMethod]
    public void A_home_that_cannot_be_made_is_an_error_that_says_so()
    {
        var blocked = Path.Combine(home.Options.HomeFolder, "file");
        File.WriteAllText(blocked, "");

        var opening = () => SqlDatabase.Open(new StorageOptions { HomeFolder = Path.Combine(blocked, "home") }, home.Time);

        opening.Should().Throw<StorageException>().WithMessage("*cannot be made*");
    }

    public void Dispose() => home.Dispose();

    private Process StartHolder()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(typeof(HomeLockTests).Assembly.Location);
        start.Environment[HomeLockHolder.Variable] = home.Options.HomeFolder;
        return Process.Start(start)!;
    }
}
