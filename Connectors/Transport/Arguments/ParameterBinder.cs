using System.Collections.Frozen;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Transport.Arguments;

/// <summary>Binds the arguments of calls to the parameters of one method: by name, by alias or by position; all offenders are named at once.</summary>
/// <remarks>Built once a method; thread-safe.</remarks>
public sealed class ParameterBinder
{
    private readonly string method;
    private readonly BoundParameter[] parameters;
    private readonly FrozenDictionary<string, int> places;

    /// <summary>Makes the binder of a method.</summary>
    /// <param name="method">The method's full name, for errors.</param>
    /// <param name="parameters">The parameters, in the order of positional arguments. Of two that answer to one name the first has it.</param>
    public ParameterBinder(string method, IReadOnlyList<BoundParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.method = method;
        this.parameters = [.. parameters];
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < parameters.Count; at++) names.TryAdd(parameters[at].Info.Name, at);
        for (var at = 0; at < parameters.Count; at++)
        {
            foreach (var alias in parameters[at].Info.Aliases) names.TryAdd(alias, at);
        }

        places = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The parameters, in their order.</summary>
    public IReadOnlyList<BoundParameter> Parameters => parameters;

    /// <summary>The position of the parameter a name means; -1 for none.</summary>
    /// <param name="name">A name or an alias, compared without case.</param>
    /// <returns>The position.</returns>
    public int IndexOf(string name) => places.TryGetValue(name, out var at) ? at : -1;

    /// <summary>Binds the arguments of a call.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The converted values.</returns>
    /// <exception cref="ConnectorException">Arguments are unknown, missing, given twice or of the wrong kind; every one is named.</exception>
    public BoundArguments Bind(InvokeArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var values = new object?[parameters.Length];
        var given = new bool[parameters.Length];
        List<ArgumentProblem>? problems = null;
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args.Parameters[i];
            var at = name.Length > 0 ? IndexOf(name) : i < parameters.Length ? i : -1;
            if ((at < 0 ? Unknown(name, i) : Take(at, value, values, given)) is { } problem) (problems ??= []).Add(problem);
        }

        for (var at = 0; at < parameters.Length; at++)
        {
            if (given[at]) continue;
            var parameter = parameters[at];
            if (!parameter.Info.Optional) (problems ??= []).Add(Same($"{parameter.Info.Name}: missing"));
            else if ((values[at] = parameter.Default) is not null) given[at] = true;
        }

        return problems is null ? new BoundArguments(this, values, given) : throw Wrong(problems);
    }

    /// <summary>The error of arguments that only the method itself could find wrong.</summary>
    /// <param name="problems">Each begins with the argument's name and a colon.</param>
    /// <returns>The exception to throw; it names the parameters that are known.</returns>
    public ConnectorException Wrong(IReadOnlyList<ArgumentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string[] known = [.. parameters.Select(parameter => parameter.Info.Name)];
        var error = ArgumentErrors.Invalid(method, [.. problems.Select(problem => problem.Text)], known).Error;
        return new(error with { MessageRu = ArgumentErrors.Invalid(method, [.. problems.Select(problem => problem.TextRu)], known).Error.MessageRu });
    }

    private ArgumentProblem? Take(int at, object? value, object?[] values, bool[] given)
    {
        var parameter = parameters[at];
        var name = parameter.Info.Name;
        if (given[at]) return Same($"{name}: given twice");
        given[at] = true;
        if (!parameter.TryConvert(value, out values[at])) return Same(value is null ? $"{name}: missing" : ArgumentErrors.WrongType(name, value, parameter.Type));
        return values[at] is { } taken && parameter.Check?.Invoke(taken) is { } wrong ? new($"{name}: {wrong.Text}", $"{name}: {wrong.TextRu}") : null;
    }

    private static ArgumentProblem Unknown(string name, int position) => Same(name.Length == 0 ? $"argument {position + 1}: unknown" : $"{name}: unknown");

    // The contract's own errors translate these lines.
    private static ArgumentProblem Same(string line) => new(line, line);
}
