using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class MigrationTests
{
    [TestMethod]
    public void A_variant_of_a_script_stands_beside_the_script_it_replaces()
    {
        var names = typeof(Migration).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).ToList();
        var plain = names.Where(name => name.Count(letter => letter == '.') == 1).ToList();

        names.Except(plain).Where(variant => !plain.Contains($"{variant[..variant.IndexOf('.', StringComparison.Ordinal)]}.sql")).Should().BeEmpty();
        plain.Should().Contain("exchange/0001_start.sql");
    }

    [TestMethod]
    [DataRow("exchange")]
    [DataRow("history")]
    public void Scripts_of_both_databases_are_numbered_without_gaps(string room)
    {
        var files = Migration.Embedded(room, SqlDialect.Sqlite);
        var server = Migration.Embedded(room, SqlDialect.PostgreSql);

        files.Select(script => script.Version).Should().Equal(Enumerable.Range(1, files.Count));
        server.Select(script => (script.Version, script.Name)).Should().Equal(files.Select(script => (script.Version, script.Name)));
    }
}
