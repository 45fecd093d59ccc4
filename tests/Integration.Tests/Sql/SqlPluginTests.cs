using System.Text.Json.Nodes;

namespace Integration.Tests.Sql;

/// <summary>The plugin's folder: a provider dropped into it, and its replacement while the server runs.</summary>
[TestClass]
public sealed class SqlPluginTests
{
    private const string Prefix = "connectors-sql-plugin-";

    [TestMethod]
    public async Task A_provider_dropped_into_the_folder_serves_statements_procedures_and_errors()
    {
        var folder = Plugin(withProvider: true);
        await using var home = await SqlHome.StartAsync(one => [Other(one)], folder);

        (await home.CallAsync("Other", "Rest", """{"item":"pear"}""")).Value.GetInt64().Should().Be(7);
        (await home.CallAsync("Other", "Move", """{"id":"o'1"}""")).Value.GetInt64().Should().Be(1);
        var twice = await home.CallAsync("Other", "Move", """{"id":"o'1"}""");
        var wrong = await home.CallAsync("Other", "Broken");
        var table = (await home.CallAsync("Other", "All")).Json;
        var procedure = await home.CallAsync("Other", "AddOne", """{"qty":41}""");
        var check = (await home.Server.Client.PostAsync("/api/v1/connectors/Other/check", "{}")).Json;

        (twice.Status, twice.Code).Should().Be((409, "Conflict"));
        (wrong.Status, wrong.Code).Should().Be((500, "Failed"));
        table.GetProperty("rows").GetRawText().Should().Be("""[["apple",5],["pear",7]]""");
        procedure.Value.GetRawText().Should().Be("""{"qty":42,"note":"done"}""");
        check.GetProperty("answered").GetString().Should().Be("SqlProvider 7.1");
        check.GetProperty("problems").EnumerateArray().Should().ContainSingle().Which.GetProperty("field").GetString().Should().Be("methods[4].sql");
        (twice.Text + wrong.Text + check.GetRawText() + home.Server.Log).Should().NotContain("geheim-5", "the provider puts the connection string into its words");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [TestMethod]
    [DataRow("wrap/Missing.dll", "SqlProvider.WrapFactory", "PROVIDER_NOT_FOUND", "wrap/SqlProvider.dll")]
    [DataRow("wrap/SqlProvider.dll", "SqlProvider.Wrong", "FACTORY_NOT_FOUND", "SqlProvider.WrapFactory")]
    [DataRow("wrap/broken.dll", "SqlProvider.WrapFactory", "PROVIDER_NOT_LOADED", "Copy all files")]
    public async Task A_provider_that_cannot_be_used_is_told_with_what_is_there(string assembly, string factory, string code, string hint)
    {
        var folder = Plugin(withProvider: true);
        await File.WriteAllTextAsync(Path.Combine(folder, "providers", "wrap", "broken.dll"), "no assembly");
        await using var home = await SqlHome.StartAsync(one => [Other(one, assembly, factory)], folder);

        var check = (await home.Server.Client.PostAsync("/api/v1/connectors/Other/check", "{}")).Json;

        var problem = check.GetProperty("problems").EnumerateArray().Should().ContainSingle().Which;
        problem.GetProperty("code").GetString().Should().Be(code);
        problem.GetProperty("nextStep").GetString().Should().Contain(hint);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [TestMethod]
    public async Task A_replaced_plugin_leaves_no_generation_in_memory()
    {
        var folder = Plugin(withProvider: true);
        await using var home = await SqlHome.StartAsync(one => [Other(one)], folder);
        foreach (var connector in new[] { "Lite", "Post", "Other" }) (await home.CallAsync(connector, "Rest", """{"item":"pear"}""")).Value.GetInt64().Should().Be(7);
        (await home.CallAsync("Post", "Numbers")).Status.Should().Be(200);

        await File.WriteAllTextAsync(Path.Combine(home.Server.Home, "plugins", "Connectors.Sql", "touched.txt"), "2");
        var swapped = await Eventually.BecomesAsync(() => home.Server.Client.PluginAsync("Connectors.Sql"), plugin => plugin.GetProperty("generation").GetInt32() == 2);
        var settled = await Eventually.BecomesAsync(() => home.Server.Client.PluginAsync("Connectors.Sql"), plugin => plugin.GetProperty("retained").GetArrayLength() == 0, TimeSpan.FromSeconds(60));

        swapped.GetProperty("generation").GetInt32().Should().Be(2);
        settled.GetProperty("retained").GetRawText().Should().Be("[]");
        foreach (var connector in new[] { "Lite", "Post", "Other" }) (await home.CallAsync(connector, "Rest", """{"item":"pear"}""")).Value.GetInt64().Should().Be(7);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    private static string Plugin(bool withProvider)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory(Prefix).FullName, "Connectors.Sql");
        ServerHome.Copy(Path.Combine(Path.GetDirectoryName(Built.Server)!, "plugins", "Connectors.Sql"), folder);
        if (withProvider) ServerHome.Copy(Built.Plugin("SqlProvider"), Path.Combine(folder, "providers", "wrap"));
        return folder;
    }

    private static object Other(SqlHome home, string assembly = "wrap/SqlProvider.dll", string factory = "SqlProvider.WrapFactory")
    {
        JsonObject[] methods =
        [
            new() { ["method"] = "Rest", ["sql"] = "SELECT qty FROM stock WHERE item = @item", ["result"] = "scalar", ["safety"] = "Safe", ["parameters"] = new JsonArray(SqlMethods.P("item")) },
            new() { ["method"] = "Move", ["sql"] = "INSERT INTO moves VALUES (@id, 'pear', 1)", ["parameters"] = new JsonArray(SqlMethods.P("id")) },
            new() { ["method"] = "All", ["sql"] = "SELECT item, qty FROM stock ORDER BY item", ["safety"] = "Safe" },
            new() { ["method"] = "AddOne", ["procedure"] = "add_one", ["result"] = "out", ["parameters"] = new JsonArray(Out("qty", "integer", "inout"), Out("note", "string", "out")) },
            new() { ["method"] = "Broken", ["sql"] = "SELEKT 1" },
        ];
        return SqlHome.Connector("Other", "other", $"File={home.File};Password=geheim-5", methods, new { assembly, factory });
    }

    private static JsonObject Out(string name, string type, string direction) => new() { ["name"] = name, ["type"] = type, ["direction"] = direction, ["size"] = 50 };
}
