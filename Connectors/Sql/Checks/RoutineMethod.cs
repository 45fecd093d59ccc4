using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>Gives a method the parameters that the catalogue knows of its procedure or function.</summary>
internal static class RoutineMethod
{
    /// <summary>Begins the names made for parameters that have none.</summary>
    private const string Nameless = "_arg";

    /// <summary>A name for the parameter at a position, from 0; none of the others has it.</summary>
    public static string NameFor(int position, IEnumerable<string> others)
    {
        var name = $"{Nameless}{position + 1}";
        while (others.Contains(name, StringComparer.OrdinalIgnoreCase)) name += "_";
        return name;
    }

    public static SqlMethod With(SqlMethod method, Routine routine)
    {
        var declared = new DeclaredParameters();
        foreach (var parameter in routine.Parameters)
        {
            var own = new SqlParameter(parameter.Name, parameter.Kind) { DbType = parameter.DbType, Direction = parameter.Direction, LeftOutWhenNotGiven = parameter.HasDefault, IsExact = true, IsNameless = parameter.IsNameless };
            declared.Add(own, InfoOf(parameter), null);
        }

        var given = declared.Given.Where(parameter => !parameter.Answers(method.KeyParameter)).ToList();
        return method with
        {
            AsksCatalogue = false,
            Parameters = declared.All,
            Binder = new ParameterBinder(method.Info.FullName, given),
            Info = method.Info with { Parameters = [.. given.Select(parameter => parameter.Info)] },
            Result = method.Result == ResultShape.None && declared.HasOut ? ResultShape.Out : method.Result,
        };
    }

    /// <summary>A routine as discovery shows it.</summary>
    public static ConnectorMethodInfo Listed(Routine routine, string kind) => new(kind, routine.Name)
    {
        Parameters = [.. routine.Parameters.Select(InfoOf)],
        Description = $"A {kind} of the database; add it to \"methods\" to call it.",
    };

    private static ConnectorParameterInfo InfoOf(RoutineParameter parameter) => new(parameter.Name, parameter.Kind)
    {
        Optional = parameter.HasDefault,
        Description = parameter.Direction == ParameterDirection.In ? parameter.DbType : $"{parameter.DbType}, {(parameter.Direction == ParameterDirection.Out ? "out" : "inout")}",
    };
}
