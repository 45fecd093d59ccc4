using Connectors.Hosting;

namespace Unit.Tests.Hosting.Configuration;

[TestClass]
public sealed class SecretTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connectors-secrets-");

    [TestCleanup]
    public void Remove() => folder.Delete(recursive: true);

    private ConfiguredConnector Parse(SecretSource source, string settings) =>
        new ConnectorsFile("config/connectors.json", source, new HashSet<string>()).Parse($$"""{"connectors":[{"id":"A","type":"T","settings":{{settings}}}]}""").Connectors[0];

    [TestMethod]
    public void A_secret_comes_from_its_file_wherever_it_is_referenced()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "erp-key"), "s3cr3t\n");

        var entry = Parse(new SecretSource(folder.FullName), """{"Key":{"secret":"erp-key"},"List":[{"Inner":{"secret":"erp-key"}}]}""");

        entry.Fault.Should().BeNull();
        entry.Settings["Key"].Should().Be("s3cr3t");
        entry.Settings["List:0:Inner"].Should().Be("s3cr3t");
        entry.Options.ToString().Should().NotContain("s3cr3t");
    }

    [TestMethod]
    public void A_secret_comes_from_the_environment_when_there_is_no_file()
    {
        var name = "test-" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(SecretSource.VariableOf(name), "from the environment");

        var entry = Parse(new SecretSource(folder.FullName), "{\"Key\":{\"secret\":\"" + name + "\"}}");
        Environment.SetEnvironmentVariable(SecretSource.VariableOf(name), null);

        entry.Settings["Key"].Should().Be("from the environment");
    }

    [TestMethod]
    public void A_missing_secret_faults_its_entry_and_says_where_to_put_it()
    {
        var entry = Parse(new SecretSource(folder.FullName), """{"Key":{"secret":"erp-key"}}""");

        entry.Fault!.Detail.Should().Contain("connectors[0].settings.Key.secret = erp-key").And.Contain("secrets/erp-key").And.Contain("CONNECTORS_SECRET_ERP_KEY");
        entry.Fault.MessageRu.Should().Contain("секрет не найден");
    }

    [TestMethod]
    [DataRow("../appsettings.json")]
    [DataRow(".hidden")]
    [DataRow("a/b")]
    [DataRow("")]
    public void A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        var entry = Parse(new SecretSource(folder.FullName), "{\"Key\":{\"secret\":\"" + name + "\"}}");

        entry.Fault!.Detail.Should().Contain("must be the name of a secret");
    }

    [TestMethod]
    public void A_changed_secret_changes_the_settings_text()
    {
        var source = new SecretSource(folder.FullName);
        File.WriteAllText(Path.Combine(folder.FullName, "k"), "one");
        var before = Parse(source, """{"Key":{"secret":"k"}}""");
        var same = Parse(source, """{"Key":{"secret":"k"}}""");
        File.WriteAllText(Path.Combine(folder.FullName, "k"), "two");

        var after = Parse(source, """{"Key":{"secret":"k"}}""");

        before.SameAs(same).Should().BeTrue();
        before.SameAs(after).Should().BeFalse();
    }
}
