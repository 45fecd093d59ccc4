using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>The methods of the connector, gathered from its rooms: each room declares its own and knows nothing of the others.</summary>
internal sealed class ZnakRooms
{
    private readonly Dictionary<string, (Connector Room, ConnectorMethodInfo Method)> rooms = new(StringComparer.OrdinalIgnoreCase);

    public ZnakRooms(IReadOnlyList<Connector> rooms)
    {
        Methods = [.. rooms.SelectMany(room => room.Methods)];
        foreach (var room in rooms)
        {
            foreach (var method in room.Methods)
            {
                foreach (var name in method.Aliases.Prepend(method.MethodName))
                {
                    if (!this.rooms.TryAdd(KeyOf(method.ClassName, name), (room, method))) throw new InvalidOperationException($"Two rooms have a method '{method.ClassName}.{name}'.");
                }
            }
        }
    }

    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        if (!rooms.TryGetValue(KeyOf(args.ClassName, args.MethodName), out var found)) throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);
        RefuseUnknown(args, found.Method);
        return found.Room.InvokeAsync(args, cancellationToken);
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
