using System.Text.RegularExpressions;
using System.Xml.Linq;
using Emulators.OneC;
using Unit.Tests.House;

namespace Unit.Tests.Emulators;

/// <summary>The text that runs inside 1C cannot be run here; what can be compared with the emulator is.</summary>
[TestClass]
public sealed partial class OneCSampleTests
{
    private static readonly string[] Openings = ["Функция", "Процедура", "Если", "Пока", "Для", "Попытка"], Closings = ["КонецФункции", "КонецПроцедуры", "КонецЕсли", "КонецЦикла", "КонецПопытки"];

    [TestMethod]
    [DataRow(ConnProtocol.VersionTemplate)]
    [DataRow(ConnProtocol.CallTemplate)]
    [DataRow(ConnProtocol.OperationTemplate)]
    [DataRow("/v1/PutFilePart")]
    [DataRow("/v1/SaveFileFromParts")]
    [DataRow("/v1/PrepareGetFile")]
    [DataRow("/v1/GetFilePart")]
    [DataRow("/v1/ReleaseFile")]
    public void An_address_stands_on_the_page_and_in_the_module(string template)
    {
        Text("README.md").Should().Contain(template);
        Text("http-service-conn.bsl").Should().Contain(template);
    }

    [TestMethod]
    [DataRow(ConnProtocol.OperationIdHeader, "http-service-conn.bsl")]
    [DataRow(ConnProtocol.ReplayedHeader, "common-module-calls.bsl")]
    public void A_header_stands_on_the_page_and_in_the_module(string header, string module)
    {
        Text("README.md").Should().Contain($"`{header}");
        Text(module).Should().Contain($"\"{header}\"");
    }

    [TestMethod]
    public void Every_handler_of_the_service_is_written()
    {
        var module = Text("http-service-conn.bsl");
        var handlers = HandlerPattern().Matches(module).Select(found => found.Groups["name"].Value).ToList();

        handlers.Should().HaveCount(9).And.OnlyContain(name => module.Contains($"Функция {name}(Запрос)", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Every_call_of_another_module_finds_an_exported_method()
    {
        var modules = Modules().ToDictionary(path => ModulePattern().Match(File.ReadAllText(path)).Groups["name"].Value, File.ReadAllText);
        var calls = modules.Values.SelectMany(text => CallPattern().Matches(text)).Select(call => (Module: call.Groups["module"].Value, Method: call.Groups["method"].Value)).Distinct().ToList();

        calls.Should().HaveCountGreaterThan(10);
        calls.Where(call => !Regex.IsMatch(modules[call.Module], $@"^(Функция|Процедура) {call.Method}\([^\n]*\) Экспорт", RegexOptions.Multiline)).Should().BeEmpty();
    }

    [TestMethod]
    [DynamicData(nameof(ModuleNames))]
    public void Blocks_of_a_module_are_closed(string name)
    {
        var words = Text(name).Split('\n').Select(line => line.Split("//")[0].Trim()).Where(line => !line.StartsWith('#') && !line.StartsWith('|') && !line.StartsWith('"')).Select(line => line.Split(' ', ';', '(')[0]).ToList();

        words.Count(Closings.Contains).Should().Be(words.Count(Openings.Contains)).And.BeGreaterThan(0);
    }

    [TestMethod]
    public void Publication_names_the_service_and_its_sessions()
    {
        XNamespace ns = "http://v8.1c.ru/8.2/virtual-resource-system";

        var point = XDocument.Load(Path.Combine(Repository.Root, "samples/1c/default.vrd")).Root!;
        var service = point.Element(ns + "httpServices")!.Element(ns + "service")!;

        ((string?)service.Attribute("rootUrl")).Should().Be(ConnProtocol.Root);
        new[] { service, point.Element(ns + "standardOdata")!, point.Element(ns + "ws")!.Element(ns + "point")! }
            .Should().OnlyContain(one => one.Attribute("reuseSessions") != null && one.Attribute("sessionMaxAge") != null && one.Attribute("poolSize") != null && one.Attribute("poolTimeout") != null);
    }

    [TestMethod]
    [DataRow("README.md")]
    [DataRow("metadata.md")]
    [DataRow("http-service-conn.bsl")]
    [DataRow("default.vrd")]
    public void A_reader_is_told_that_nothing_was_run(string file) =>
        Text(file).Should().MatchRegex("(?i)not been run on a real base|not run on a real base|на настоящей базе не выполнялся|на настоящем сервере не проверялся");

    private static IEnumerable<object[]> ModuleNames => Modules().Select(path => new object[] { Path.GetFileName(path) });

    private static string[] Modules() => Directory.GetFiles(Path.Combine(Repository.Root, "samples/1c"), "*.bsl");

    private static string Text(string name) => File.ReadAllText(Path.Combine(Repository.Root, "samples/1c", name));

    [GeneratedRegex(@"^//.+(GET|POST|DELETE) +(?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex HandlerPattern();

    [GeneratedRegex(@"^// (Общий модуль|HTTP-сервис) (?<name>\w+)")]
    private static partial Regex ModulePattern();

    // A register may bear the name of a module; it stands behind РегистрыСведений and a point.
    [GeneratedRegex(@"(?<!\.)(?<module>Коннектор(Вызовы|Методы|Операции|Ответы|Файлы))\.(?<method>\w+)")]
    private static partial Regex CallPattern();
}
