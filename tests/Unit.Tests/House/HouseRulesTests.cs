using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unit.Tests.House;

[TestClass]
public sealed partial class HouseRulesTests
{
    private const int RefusedLength = 400;

    // Who may reference whom. A new arrow is a decision, not an accident.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Cleverence.Abstractions"] = [],
        ["Connectors.Hosting"] = ["Cleverence.Abstractions"],
        ["Connectors.Transport"] = ["Cleverence.Abstractions"],
        ["Connectors.Rest"] = ["Connectors.Transport", "Cleverence.Abstractions"],
        ["Connectors.Soap"] = ["Connectors.Transport", "Cleverence.Abstractions"],
        ["Connectors.Sql"] = ["Connectors.Transport", "Cleverence.Abstractions"],
        ["Connectors.OneC"] = ["Connectors.Transport", "Cleverence.Abstractions"],
        ["Connectors.ChestnyZnak"] = ["Connectors.Transport", "Cleverence.Abstractions"],
        ["Connectors.Egais"] = ["Connectors.Transport", "Cleverence.Abstractions"],
        ["Connectors.Exchange"] = ["Cleverence.Abstractions"],
        ["ServerJobs"] = ["Cleverence.Abstractions"],
        ["Server.Storage"] = ["Connectors.Exchange", "ServerJobs", "Cleverence.Abstractions"],
        ["Server"] = ["Connectors.Exchange", "Connectors.Hosting", "ServerJobs", "Server.Storage", "Cleverence.Abstractions"],
    };

    [TestMethod]
    public void Projects_reference_only_along_the_arrows()
    {
        var wrong = Projects()
            .Where(project => Arrows.ContainsKey(Name(project)))
            .SelectMany(project => References(project).Except(Arrows[Name(project)]).Select(reference => $"{Name(project)} -> {reference}"));
        wrong.Should().BeEmpty();
    }

    [TestMethod]
    public void Every_product_project_has_its_arrows() =>
        Projects().Where(project => !Relative(project).StartsWith("tests", StringComparison.Ordinal) && !Relative(project).StartsWith("samples", StringComparison.Ordinal))
            .Select(Name).Should().BeSubsetOf(Arrows.Keys);

    [TestMethod]
    public void No_source_file_is_longer_than_the_house_allows() =>
        Sources().Select(file => (Relative(file), Lines: File.ReadAllLines(file).Length)).Where(file => file.Lines > RefusedLength).Should().BeEmpty();

    [TestMethod]
    public void Half_the_files_are_short_and_nine_of_ten_fit_a_room()
    {
        var lengths = Sources().Select(file => File.ReadAllLines(file).Length).Order().ToList();
        lengths[lengths.Count / 2].Should().BeLessThanOrEqualTo(75);
        lengths[lengths.Count * 9 / 10].Should().BeLessThanOrEqualTo(200);
    }

    [TestMethod]
    public void Package_versions_stand_in_one_place() =>
        Projects().Where(project => XDocument.Load(project).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null)).Should().BeEmpty();

    [TestMethod]
    public void Forbidden_words_of_names_are_not_used() =>
        Sources().Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => ForbiddenName().IsMatch(name)).Should().BeEmpty();

    [TestMethod]
    public void Root_holds_only_what_the_house_lists()
    {
        string[] allowed =
        [
            "Cleverence.Abstractions", "Connectors", "ServerJobs", "Server", "samples", "tests", "docs", ".ci", ".git", "artifacts",
            "Connectors.sln", "nuget.config", "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
            ".editorconfig", "BannedSymbols.txt", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "test.sh", ".gitignore", ".gitattributes",
        ];
        new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos().Select(entry => entry.Name).Should().BeSubsetOf(allowed);
    }

    [TestMethod]
    public void Samples_and_connectors_have_a_short_README()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
            .Concat(Projects().Where(project => File.ReadAllText(project).Contains("<IsConnectorPlugin>true", StringComparison.Ordinal) && !Relative(project).StartsWith("tests", StringComparison.Ordinal)).Select(project => Path.GetDirectoryName(project)!));
        var wrong = folders.Distinct().Where(folder => Path.Combine(folder, "README.md") is var readme && (!File.Exists(readme) || File.ReadAllLines(readme).Length > 60));
        wrong.Select(Relative).Should().BeEmpty();
    }

    private static IEnumerable<string> Projects() => Repository.Files("*.csproj");

    private static IEnumerable<string> Sources() => Repository.Files("*.cs");

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    // A reference for the build order alone is no arrow.
    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => Name(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    [GeneratedRegex("(Manager|Helper|Util|Utils|Common|Data)$|^Base[A-Z]")]
    private static partial Regex ForbiddenName();
}
