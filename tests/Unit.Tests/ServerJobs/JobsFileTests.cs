using Microsoft.Extensions.Logging.Abstractions;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobsFileTests : IDisposable
{
    private const string One = """{"jobs":[{"id":"one","call":"A:B","period":"0:00:30"}]}""";
    private const string Two = """{"jobs":[{"id":"one","call":"A:B","period":"0:00:30"},{"id":"two","call":"A:B","period":"0:00:30"}]}""";
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-test-").FullName;
    private readonly ManualTimeProvider time = new();
    private readonly List<JobsConfig> changes = [];

    private string FilePath => Path.Combine(folder, "jobs.json");

    [TestMethod]
    public async Task A_change_is_seen_by_the_watcher_alone()
    {
        using var file = Open(One, time);
        file.Follow();

        await File.WriteAllTextAsync(FilePath, Two);

        await Eventually.Become(() => file.Current.Jobs.Count == 2, "the second job");
    }

    [TestMethod]
    public async Task A_file_replaced_by_renaming_is_seen()
    {
        using var file = Open(One, time);
        file.Follow();

        await File.WriteAllTextAsync(FilePath + ".tmp", Two);
        File.Move(FilePath + ".tmp", FilePath, overwrite: true);

        await Eventually.Become(() => file.Current.Jobs.Count == 2, "the second job");
    }

    [TestMethod]
    public void The_poll_finds_a_change_that_nobody_announced()
    {
        using var file = Open(One, time);
        File.WriteAllText(FilePath, Two);
        file.Follow();

        time.Advance(TimeSpan.FromSeconds(5));

        file.Current.Jobs.Should().HaveCount(2);
    }

    [TestMethod]
    public void An_unchanged_file_is_no_change()
    {
        using var file = Open(One, time);

        file.Reload();

        changes.Should().BeEmpty();
    }

    [TestMethod]
    public void A_broken_file_keeps_the_last_good_jobs_and_a_mended_one_takes_the_banner_away()
    {
        using var file = Open(One, time);
        File.WriteAllText(FilePath, "{\"jobs\":[");
        file.Reload();
        var broken = file.Trouble;
        var kept = file.Current;
        File.WriteAllText(FilePath, Two);
        file.Reload();

        broken!.Message.Should().Contain(FilePath).And.Contain("not JSON");
        broken.MessageRu.Should().Contain("ошибка JSON");
        kept.Jobs.Should().ContainSingle();
        file.Trouble.Should().BeNull();
        file.Current.Jobs.Should().HaveCount(2);
        changes.Should().ContainSingle();
    }

    [TestMethod]
    public void A_deleted_file_keeps_the_last_good_jobs_until_the_same_file_is_back()
    {
        using var file = Open(One, time);
        File.Delete(FilePath);
        file.Reload();
        var gone = file.Trouble;
        var kept = file.Current;
        File.WriteAllText(FilePath, One);
        file.Reload();

        gone!.Message.Should().Contain("cannot be read");
        kept.Jobs.Should().ContainSingle();
        file.Trouble.Should().BeNull();
    }

    [TestMethod]
    public void A_file_that_is_missing_at_start_is_an_exception_that_says_what_to_write()
    {
        using var file = new JobsFile(FilePath, TimeSpan.FromSeconds(5), time, NullLogger<JobsFile>.Instance);

        file.Invoking(unopened => unopened.Open()).Should().Throw<JobsConfigException>().WithMessage($"{FilePath}*cannot be read*{{\"jobs\":[]}}*");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_file_saved_in_another_encoding_or_with_half_a_character_is_refused_and_changes_nothing(bool otherEncoding)
    {
        using var file = Open(One, time);
        var wrong = otherEncoding
            ? [.. "{\"jobs\":[{\"id\":\"one\",\"name\":\""u8, 0xD2, 0xEE, 0xE2, .. "\",\"call\":\"A:B\",\"period\":\"0:00:30\"}]}"u8]
            : """{"jobs":[{"id":"one","name":"\ud800","call":"A:B","period":"0:00:30"}]}"""u8.ToArray();
        File.WriteAllBytes(FilePath, wrong);

        file.Reload();

        file.Trouble!.Message.Should().Contain("UTF-8");
        file.Current.Jobs.Should().ContainSingle();
        changes.Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private JobsFile Open(string text, TimeProvider clock)
    {
        File.WriteAllText(FilePath, text);
        var file = new JobsFile(FilePath, TimeSpan.FromSeconds(5), clock, NullLogger<JobsFile>.Instance);
        file.Changed += changes.Add;
        file.Open();
        return file;
    }
}
