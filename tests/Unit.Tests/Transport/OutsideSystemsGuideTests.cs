using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Connectors.Transport;
using Microsoft.Extensions.Configuration;
using Unit.Tests.House;

namespace Unit.Tests.Transport;

/// <summary>The guide says of settings and reasons what the code does.</summary>
[TestClass]
public sealed partial class OutsideSystemsGuideTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "outside-systems.md"));

    [TestMethod]
    public void Every_setting_is_explained_and_no_other()
    {
        var rows = RowPattern().Matches(Page).Select(row => row.Groups["name"].Value);

        rows.Should().BeEquivalentTo(Settings(new HttpSettings(), "").Select(setting => setting.Name));
    }

    [TestMethod]
    public void Defaults_are_those_of_the_code()
    {
        var told = RowPattern().Matches(Page).Where(row => row.Groups["default"].Success).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["default"].Value);

        Settings(new HttpSettings(), "").Where(setting => told.ContainsKey(setting.Name)).ToDictionary(setting => setting.Name, setting => setting.Default).Should().BeEquivalentTo(told);
        told.Should().HaveCountGreaterThan(10);
    }

    [TestMethod]
    public void The_example_can_be_used()
    {
        var json = JsonPattern().Match(Page).Groups["text"].Value;
        var settings = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().Get<HttpSettings>()!;
        var problems = new SettingsProblems();

        HttpSettingsReader.Read(settings, problems);

        problems.All.Should().BeEmpty();
    }

    [TestMethod]
    public void Every_reason_of_the_code_is_explained()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Connectors", "Transport"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is "Answers" or "Sending" or "SigningIn");
        var reasons = sources.SelectMany(file => ReasonPattern().Matches(File.ReadAllText(file)).Select(found => found.Groups["reason"].Value)).Distinct().ToList();

        reasons.Should().HaveCountGreaterThan(20);
        reasons.Where(reason => !Page.Contains($"`{reason}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<(string Name, string Default)> Settings(object settings, string path) =>
        settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        {
            var name = path + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var value = property.GetValue(settings);
            return value is not null && value.GetType().Name.EndsWith("Settings", StringComparison.Ordinal) ? Settings(value, name + ".") : [(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
        });

    [GeneratedRegex(@"^\| `(?<name>[a-z][A-Za-z.]+)` \| (`(?<default>[^`]*)`)?", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("^```json\\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonPattern();

    [GeneratedRegex("\"(?<reason>[A-Z]{3,}(_[A-Z]{2,})+)\"")]
    private static partial Regex ReasonPattern();
}
