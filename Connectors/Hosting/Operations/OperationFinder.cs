using System.Reflection;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// Finds the marked operations of a plugin's public classes. In a connector's class only static ones: a connector has one instance
/// for each entry of the configuration, and an operation would not know which of them it is meant for.
/// </summary>
internal sealed class OperationFinder(string plugin)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private readonly ValueShaper shaper = new();
    private readonly Dictionary<Type, OperationClass> owners = [];

    public List<ServerOperation> Found { get; } = [];

    public List<Sentence> Notes { get; } = [];

    public void Look(Type type)
    {
        foreach (var method in type.GetMethods(Declared))
        {
            if (method.GetCustomAttribute<ServerOperationAttribute>() is not { } mark) continue;
            var like = new ConnectorMethodAttribute(mark.Name) { Description = mark.Description };
            if ((Problem(type, method, mark) ?? MethodShape.Problem(method, like)) is { } problem)
            {
                Notes.Add(new($"operation '{mark.Name}' of {type.FullName} cannot be used: {problem}", $"операцию «{mark.Name}» класса {type.FullName} использовать нельзя: {problem}"));
                continue;
            }

            var info = MethodShape.Describe(method, like);
            Found.Add(new(new(mark.Name.Trim(), mark.Lock, plugin) { Method = info }, new BoundMethod(method, info, shaper), method.IsStatic ? null : OwnerOf(type)));
        }
    }

    private string? Problem(Type type, MethodInfo method, ServerOperationAttribute mark) => (method, type) switch
    {
        _ when Found.Exists(other => other.Info.Name.Equals(mark.Name.Trim(), StringComparison.OrdinalIgnoreCase)) => "another operation of this plugin has the same name",
        (_, { IsVisible: false }) => $"{type.Name} is not public",
        (_, { ContainsGenericParameters: true }) => $"{type.Name} is generic",
        ({ IsStatic: false }, { IsAbstract: true }) => $"{type.Name} is abstract",
        ({ IsStatic: false }, _) when IsConnector(type) => $"{type.Name} is a connector; make the method static or move it to a class of its own",
        _ => null,
    };

    private static bool IsConnector(Type type) => typeof(IAsyncConnector).IsAssignableFrom(type) || typeof(IConnector).IsAssignableFrom(type);

    private OperationClass OwnerOf(Type type)
    {
        if (!owners.TryGetValue(type, out var owner)) owners.Add(type, owner = new OperationClass(type));
        return owner;
    }
}
