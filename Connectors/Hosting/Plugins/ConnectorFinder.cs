using System.Reflection;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Finds the connector classes of a plugin: marked modern ones, and classic ones by their interface.</summary>
internal sealed class ConnectorFinder(PluginGeneration generation)
{
    private const string VendorNamespace = "Cleverence.Connectivity";

    public List<ConnectorType> Found { get; } = [];

    public List<Sentence> Notes { get; } = [];

    public void Look(Type type)
    {
        if (type is { IsInterface: true } or { IsAbstract: true }) return;
        var mark = type.GetCustomAttribute<ConnectorAttribute>();
        var modern = typeof(IAsyncConnector).IsAssignableFrom(type);
        if (!modern && !typeof(IConnector).IsAssignableFrom(type))
        {
            if (mark is not null) Note(type, "is marked with [Connector] but does not implement IAsyncConnector", "помечен [Connector], но не реализует IAsyncConnector");
            return;
        }

        // Hidden and unmarked, it was never meant to be offered: a base class, or a part of another connector.
        if (!type.IsVisible && mark is null) return;
        if (Problem(type, mark, modern) is { } problem) Note(type, problem.En, problem.Ru);
        else Add(type, modern ? mark!.Type.Trim() : type.Name, mark?.Settings, classic: !modern);
    }

    private static Sentence? Problem(Type type, ConnectorAttribute? mark, bool modern) => type switch
    {
        { IsVisible: false } => new("is not public, so it is not offered as a connector", "не является открытым и потому недоступен как коннектор"),
        { ContainsGenericParameters: true } => new("is generic and cannot be configured", "обобщённый, его нельзя настроить"),
        _ when modern && mark is null => new("implements IAsyncConnector but has no [Connector(\"Type\")], so it has no name to be configured by", "реализует IAsyncConnector, но не помечен [Connector(\"Тип\")], у него нет имени для настройки"),
        _ when modern && string.IsNullOrWhiteSpace(mark!.Type) => new("has an empty name in [Connector]", "имеет пустое имя в [Connector]"),
        _ when !modern && type.GetConstructor(Type.EmptyTypes) is null => new("is a classic connector without a public constructor that takes nothing", "классический коннектор без открытого конструктора без параметров"),
        _ => null,
    };

    private void Add(Type type, string name, Type? settings, bool classic)
    {
        if (classic && type.Namespace?.StartsWith(VendorNamespace, StringComparison.Ordinal) != true)
            Note(type, $"works, but the original platform would not find it: its namespace does not begin with {VendorNamespace}", $"работает, но исходная платформа его не найдёт: пространство имён не начинается с {VendorNamespace}");
        if (Found.Find(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } first)
            Note(type, $"has the same type name '{name}' as {first.Class.FullName}, which is used", $"имеет то же имя типа «{name}», что и {first.Class.FullName}; используется тот");
        else
            Found.Add(new ConnectorType(name, type, settings, classic, generation));
    }

    private void Note(Type type, string en, string ru) => Notes.Add(new($"{type.FullName} {en}", $"{type.FullName} {ru}"));
}
