using System.Text;
using Connectors.Egais;
using Unit.Tests.House;

namespace Unit.Tests.Egais.Incoming;

/// <summary>The example documents, one file for each form that a UTM hands out.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Unit.Tests", "Egais", "Corpus");

    public static IEnumerable<object[]> Files => Directory.EnumerateFiles(Folder, "*.xml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).Select(name => new object[] { name });

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.xml"));

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public static IncomingDocument Read(string name) => IncomingReader.Read(Bytes(name));

    public static IncomingDocument ReadText(string xml) => IncomingReader.Read(Encoding.UTF8.GetBytes(xml));

    /// <summary>A mark of the examples.</summary>
    public static string Mark(int number) => $"136200{number:D8}0725001{string.Concat(Enumerable.Repeat("MADEUPSIGNATURE0123456789", 6))[..129]}";
}
