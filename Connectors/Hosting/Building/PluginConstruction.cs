using System.Reflection;

namespace Connectors.Hosting;

/// <summary>Builds a plugin's class through its constructor; all services it cannot be given are named in one sentence.</summary>
internal sealed class PluginConstruction(PluginServices services)
{
    public object Build(Type type, ConstructionOrder order)
    {
        var constructors = type.GetConstructors();
        if (constructors.Length == 0) throw BuildErrors.Of($"{type.Name} has no public constructor; give it one.", $"У {type.Name} нет открытого конструктора; добавьте его.");
        var plans = constructors.Select(constructor => Plan(constructor, order)).ToList();
        var possible = plans.Where(plan => plan.Missing.Count == 0).ToList();
        if (possible.Count == 0) throw Missing(type, plans.MinBy(plan => plan.Missing.Count)!, order);
        var longest = possible.Max(plan => plan.Values.Length);
        var best = possible.Where(plan => plan.Values.Length == longest).ToList();
        if (best.Count > 1)
            throw BuildErrors.Of($"{type.Name} has {best.Count} constructors of {longest} parameters that all could be used; leave one public.", $"У {type.Name} подходят сразу {best.Count} конструктора; оставьте открытым один.");
        return best[0].Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, best[0].Values, null);
    }

    /// <summary>Whether some constructor reads the configuration section itself, so that its names cannot be checked.</summary>
    public static bool TakesSection(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => typeof(Microsoft.Extensions.Configuration.IConfiguration).IsAssignableFrom(parameter.ParameterType));

    private Attempt Plan(ConstructorInfo constructor, ConstructionOrder order)
    {
        var parameters = constructor.GetParameters();
        var values = new object?[parameters.Length];
        var missing = new List<ParameterInfo>();
        foreach (var parameter in parameters)
        {
            var value = services.Find(parameter.ParameterType, order);
            if (value is not null) values[parameter.Position] = value;
            else if (parameter.HasDefaultValue) values[parameter.Position] = parameter.DefaultValue;
            else missing.Add(parameter);
        }

        return new(constructor, values, missing);
    }

    private static Cleverence.Connectivity.ConnectorException Missing(Type type, Attempt attempt, ConstructionOrder order)
    {
        var names = string.Join(", ", attempt.Missing.Select(parameter => $"{Shown(parameter.ParameterType)} {parameter.Name}"));
        var advice = string.Concat(attempt.Missing.Select(parameter => parameter.ParameterType).Distinct()
            .Select(wanted => PluginServices.Advice(wanted, order) is { } hint ? $" Instead of {Shown(wanted)}: {hint}." : ""));
        return BuildErrors.Of(
            $"{type.Name} asks its constructor for what the server does not have: {names}.",
            $"Конструктор {type.Name} просит то, чего у сервера нет: {names}.",
            $"{type.FullName} asks its constructor for what the server does not have: {names}.{advice} It can be given: {PluginServices.Offered}.");
    }

    private static string Shown(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Shown))}>" : type.Name;

    private sealed record Attempt(ConstructorInfo Constructor, object?[] Values, IReadOnlyList<ParameterInfo> Missing);
}
