using System.Reflection;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>One parameter of a marked method: the names it answers to, its type and its default.</summary>
internal sealed class ParameterSlot
{
    private readonly string[] aliases;

    public ParameterSlot(ParameterInfo parameter)
    {
        var mark = parameter.GetCustomAttribute<ConnectorParameterAttribute>();
        Name = mark?.Name ?? parameter.Name!;
        aliases = mark?.Aliases ?? [];
        Type = parameter.ParameterType;
        IsArgument = MethodShape.IsArgument(parameter);
        TakesArgs = Type == typeof(InvokeArgs);
        TakesFeedback = Type == typeof(ICallFeedback);
        Optional = parameter.HasDefaultValue;
        Default = Optional ? parameter.DefaultValue ?? (Type.IsValueType && Nullable.GetUnderlyingType(Type) is null ? Activator.CreateInstance(Type) : null) : null;
    }

    public string Name { get; }

    public Type Type { get; }

    public bool IsArgument { get; }

    public bool TakesArgs { get; }

    public bool TakesFeedback { get; }

    public bool Optional { get; }

    public object? Default { get; }

    public bool Answers(string name) =>
        string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) || Array.Exists(aliases, alias => string.Equals(name, alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the argument for this parameter: the one at its position without a name, or the one with its name.</summary>
    public InvokeArg? Find(InvokeArgs args, int position, ref int used, ref List<string>? offenders)
    {
        InvokeArg? found = null;
        for (var i = 0; i < args.Count; i++)
        {
            var argument = args.Parameters[i];
            if (argument.Name.Length == 0 ? i != position : !Answers(argument.Name)) continue;
            used++;
            if (found is null) found = argument;
            else (offenders ??= []).Add($"{Name}: given twice");
        }

        return found;
    }
}
