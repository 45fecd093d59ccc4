using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage.Records;

/// <summary>What is kept encrypted.</summary>
[TestClass]
public class SecretRecordTests : StoreTest
{
    private static readonly byte[] Token = "eyJhbGciOi-the-token-itself"u8.ToArray();

    private string KeyFile => Path.Combine(Home.Options.HomeFolder, "secrets", "records.key");

    [TestMethod]
    public async Task A_secret_comes_back_and_is_not_in_the_files()
    {
        await WriteAsync(Records(), Token);

        (await ReadAsync(Records()))!.Content.Should().Equal(Token);
        Home.Close();
        Directory.GetFiles(Home.Options.HomeFolder, "*.db*").Select(Holds).Should().OnlyContain(holds => !holds);
    }

    [TestMethod]
    public async Task The_key_is_made_with_the_first_secret_and_only_its_owner_reads_it()
    {
        await Records().Of("znak").WriteAsync([new RecordChange("open", "1", Token)], default);
        var before = File.Exists(KeyFile);
        await WriteAsync(Records(), Token);

        before.Should().BeFalse();
        Convert.FromBase64String(await File.ReadAllTextAsync(KeyFile)).Should().HaveCount(32);
        Modes(KeyFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(KeyFile)!).Should().ContainSingle("no draft of the key stays");
    }

    [TestMethod]
    public async Task Another_key_is_one_clear_error()
    {
        await WriteAsync(Records(), Token);
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[32]));

        var error = await FailsAsync(Records());

        error.Should().Match<ConnectorError>(e => e.Reason == "RECORDS_KEY" && e.MessageRu != null && e.Detail!.Contains("records.key") && e.Detail.Contains("Copy"));
        var listing = () => Records().Of("znak").ListAsync(new RecordQuery("token"), default).AsTask();
        (await listing.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("RECORDS_KEY");
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("not a key")]
    [DataRow("AAAA")]
    public async Task A_key_that_is_gone_or_damaged_is_one_clear_error(string? text)
    {
        await WriteAsync(Records(), Token);
        File.Delete(KeyFile);
        await (text is null ? Task.CompletedTask : File.WriteAllTextAsync(KeyFile, text));

        (await FailsAsync(Records())).Should().Match<ConnectorError>(e => e.Reason == "RECORDS_KEY" && e.Detail!.Contains(KeyFile));
    }

    [TestMethod]
    public void A_sealed_record_means_nothing_in_the_place_of_another()
    {
        var key = new RecordsKey(Home.Options.HomeFolder);
        var bytes = key.Seal("znak", "token", "1", Token);

        key.Open("znak", "token", "1", bytes).Should().Equal(Token);
        key.Invoking(wrong => wrong.Open("znak", "token", "2", bytes)).Should().Throw<ConnectorException>().Which.Error.Message.Should().Contain("damaged");
        key.Invoking(wrong => wrong.Open("egais", "token", "1", bytes)).Should().Throw<ConnectorException>();
        key.Seal("znak", "token", "1", Token).Should().NotEqual(bytes);
    }

    [TestMethod]
    public void Two_stores_of_a_server_that_make_the_key_at_once_have_one()
    {
        var keys = Enumerable.Range(0, 16).Select(_ => new RecordsKey(Home.Options.HomeFolder)).ToList();
        var bytes = keys.AsParallel().WithDegreeOfParallelism(16).Select(key => key.Seal("znak", "token", "1", Token)).ToList();

        bytes.Select(one => new RecordsKey(Home.Options.HomeFolder).Open("znak", "token", "1", one)).Should().OnlyContain(plain => plain.SequenceEqual(Token));
    }

    private static bool Holds(string file) => File.ReadAllBytes(file).AsSpan().IndexOf("the-token-itself"u8) >= 0;

    private static UnixFileMode Modes(string file) => OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file);

    private static ValueTask WriteAsync(SqlConnectorRecords records, byte[] content) => records.Of("znak").WriteAsync([new RecordChange("token", "1", content) { Secret = true }], default);

    private static ValueTask<StoredRecord?> ReadAsync(SqlConnectorRecords records) => records.Of("znak").GetAsync("token", "1", default);

    private static async Task<ConnectorError> FailsAsync(SqlConnectorRecords records)
    {
        var reading = () => ReadAsync(records).AsTask();
        return (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    private SqlConnectorRecords Records() => new(Home.Database, Home.Options, Home.Time);
}
