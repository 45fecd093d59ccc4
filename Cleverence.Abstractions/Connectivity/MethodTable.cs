using System.Collections.Frozen;
using System.Reflection;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>The marked methods of one connector by class and name, built once with its instance.</summary>
internal sealed class MethodTable
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, BoundMethod>> classes;

    private MethodTable(List<BoundMethod> methods, Dictionary<string, Dictionary<string, BoundMethod>> classes)
    {
        Methods = [.. methods.Select(method => method.Info)];
        this.classes = classes.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    public static MethodTable Of(object connector)
    {
        var type = connector.GetType();
        var shaper = new ValueShaper();
        var methods = new List<BoundMethod>();
        var classes = new Dictionary<string, Dictionary<string, BoundMethod>>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
        {
            if (method.GetCustomAttribute<ConnectorMethodAttribute>() is not { } mark) continue;
            if ((method.IsStatic ? $"{method.Name} is static; connector methods belong to their instance" : MethodShape.Problem(method, mark)) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            var bound = new BoundMethod(method, MethodShape.Describe(method, mark), shaper);
            methods.Add(bound);
            if (!classes.TryGetValue(mark.Class, out var names)) classes.Add(mark.Class, names = new(StringComparer.OrdinalIgnoreCase));
            foreach (var name in bound.Info.Aliases.Prepend(bound.Info.MethodName))
            {
                if (!names.TryAdd(name, bound)) problems.Add($"two methods are called '{name}'{(mark.Class.Length == 0 ? "" : $" in class '{mark.Class}'")}; names are compared without case");
            }
        }

        return problems.Count == 0
            ? new MethodTable(methods, classes)
            : throw new InvalidOperationException($"The methods of {type.Name} cannot be used: {string.Join("; ", problems)}.");
    }

    public BoundMethod Find(InvokeArgs args) =>
        classes.TryGetValue(args.ClassName, out var names) && names.TryGetValue(args.MethodName, out var method)
            ? method
            : throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, Methods);
}
