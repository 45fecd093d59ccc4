using System.Text.RegularExpressions;
using Connectors.OneC.OData;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed partial class ODataGuideTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "docs", "guide", "onec-odata.md"));

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Connectors.sln"))) folder = folder.Parent;
            return folder.FullName;
        }
    }

    [TestMethod]
    public async Task Named_methods_of_the_guide_can_be_called()
    {
        var methods = Json().Matches(Text).Select(block => block.Groups[1].Value).Single(block => block.StartsWith("{ \"methods\"", StringComparison.Ordinal)).Trim()[1..^1];
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""", methods);

        await oneC.TableAsync("Склад.Остатки", ("дата", "2026-03-01T00:00:00"));

        oneC.Methods.Select(method => method.FullName).Should().Equal("Склад.Остатки", "Заказы.Создать");
        oneC.Asked.Single().Should().Contain("Balance(Period=datetime'2026-03-01T00:00:00')");
    }

    [TestMethod]
    public async Task Every_method_stands_in_the_guide_with_its_russian_name_and_its_arguments()
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        var words = oneC.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.Name).Append(method.MethodName).Concat(method.Aliases)).Distinct();

        words.Should().AllSatisfy(word => Text.Should().Contain($"`{word}`"));
    }

    [TestMethod]
    public void Every_operation_of_named_methods_stands_in_the_guide()
    {
        Enum.GetNames<ODataOperation>().Should().AllSatisfy(name => Text.Should().Contain($"`{char.ToLowerInvariant(name[0])}{name[1..]}`"));
    }

    [GeneratedRegex("```json\\s*(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
