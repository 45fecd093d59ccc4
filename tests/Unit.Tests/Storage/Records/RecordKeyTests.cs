using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage.Records;

/// <summary>What a kind, a key and an index may be.</summary>
[TestClass]
public class RecordKeyTests : StoreTest
{
    private IConnectorRecords Store => new SqlConnectorRecords(Home.Database, Home.Options, Home.Time).Of("znak");

    [TestMethod]
    [DataRow("", "1", null)]
    [DataRow("order", "a\0b", null)]
    [DataRow("order", "1", "x\0")]
    public async Task What_a_database_would_alter_is_refused(string kind, string key, string? index)
    {
        var writing = () => Store.WriteAsync([new RecordChange(kind, key, [1]) { Index1 = index }], default).AsTask();

        (await writing.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }

    [TestMethod]
    public async Task Half_of_a_character_in_a_key_is_refused()
    {
        var writing = () => Store.WriteAsync([new RecordChange("order", "😀"[..1], [1])], default).AsTask();

        (await writing.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }

    [TestMethod]
    public async Task A_key_of_three_hundred_characters_is_the_longest()
    {
        await Store.WriteAsync([new RecordChange("order", new string('я', 300), [1])], default);
        var longer = () => Store.WriteAsync([new RecordChange("order", new string('я', 301), [1])], default).AsTask();

        (await Store.GetAsync("order", new string('я', 300), default)).Should().NotBeNull();
        (await longer.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }
}
