using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>The methods of the connector, gathered from its rooms: each room declares its own and knows nothing of the others.</summary>
internal sealed class ZnakRooms
{
    private readonly Dictionary<string, Connector> rooms = new(StringComparer.OrdinalIgnoreCase);

    public ZnakRooms(IReadOnlyList<Connector> rooms)
    {
        Methods = [.. rooms.SelectMany(room => room.Methods)];
        foreach (var room in rooms)
        {
            foreach (var method in room.Methods)
            {
                foreach (var name in method.Aliases.Prepend(method.MethodName))
                {
                    if (!this.rooms.TryAdd(KeyOf(method.ClassName, name), room)) throw new InvalidOperationException($"Two rooms have a method '{method.ClassName}.{name}'.");
                }
            }
        }
    }

    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken) =>
        rooms.TryGetValue(KeyOf(args.ClassName, args.MethodName), out var room)
            ? room.InvokeAsync(args, cancellationToken)
            : throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);

    private static string KeyOf(string className, string methodName) => $"{className}\n{methodName}";
}
