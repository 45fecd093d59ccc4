using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>The methods of the connector, gathered from its rooms. The verbs that all exchanging connectors share also answer without a class, and to the class that others have for them.</summary>
internal sealed class EgaisRooms
{
    public const string Exchange = "EgaisExchange";
    public const string Documents = "EgaisDocuments";
    private const string SharedDocuments = "Documents";
    private static readonly IReadOnlyList<string> Verbs = ["PrepareForTransfer", "RunExchange", "ReceiveIncoming", "CancelTransfer", "CancelLastOperation", "RestoreStatusFromProtocol", "Decide"];

    private readonly Dictionary<string, (Connector Room, ConnectorMethodInfo Method)> rooms = new(StringComparer.OrdinalIgnoreCase);

    public EgaisRooms(IReadOnlyList<Connector> rooms)
    {
        var methods = new List<ConnectorMethodInfo>();
        foreach (var room in rooms)
        {
            foreach (var method in room.Methods)
            {
                methods.Add(method);
                Add(method.ClassName, room, method);
                if (SharedClassOf(method) is not { } shared) continue;
                methods.Add(method with { ClassName = shared });
                Add(shared, room, method);
            }
        }

        Methods = methods;
    }

    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        if (!rooms.TryGetValue(KeyOf(args.ClassName, args.MethodName), out var found)) throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);
        RefuseUnknown(args, found.Method);
        return found.Room.InvokeAsync(args.As(found.Method.ClassName, found.Method.MethodName), cancellationToken);
    }

    private static string? SharedClassOf(ConnectorMethodInfo method) => method.ClassName switch
    {
        Exchange when Verbs.Contains(method.MethodName) => "",
        Documents when method.MethodName == "Save" => SharedDocuments,
        _ => null,
    };

    private void Add(string className, Connector room, ConnectorMethodInfo method)
    {
        foreach (var name in method.Aliases.Prepend(method.MethodName))
        {
            if (!rooms.TryAdd(KeyOf(className, name), (room, method))) throw new InvalidOperationException($"Two rooms have a method '{className}.{name}'.");
        }
    }

    // A method that takes the whole call is given what it does not name; here a misspelt name must not be passed over in silence.
    private static void RefuseUnknown(InvokeArgs args, ConnectorMethodInfo method)
    {
        var unknown = args.Names.Where(name => name.Length > 0 && !method.Parameters.Any(parameter => Answers(parameter, name))).Select(name => $"{name}: unknown").ToList();
        if (args.Count > method.Parameters.Count) unknown.Add($"argument {method.Parameters.Count + 1}: unknown");
        if (unknown.Count > 0) throw ArgumentErrors.Invalid(method.FullName, unknown, [.. method.Parameters.Select(parameter => parameter.Name)]);
    }

    private static bool Answers(ConnectorParameterInfo parameter, string name) =>
        parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string KeyOf(string className, string methodName) => $"{className}\n{methodName}";
}
