using System.Data.Common;
using System.Text;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>Makes the commands of a method. Values are only ever bound; the text is that of the settings.</summary>
internal static class SqlCommands
{
    public static IEnumerable<DbCommand> Of(SqlSource source, SqlMethod method, Func<SqlParameter, (bool Given, object? Value)> valueOf, Func<DbCommand> make)
    {
        if (method.Routine.Length > 0)
        {
            yield return Ready(source, method, Call(source, method, valueOf, make()));
            yield break;
        }

        foreach (var statement in method.Statements) yield return Ready(source, method, Fill(source, method, statement, valueOf, make()));
    }

    /// <summary>The values of a call: its arguments, and the request id where one is wanted.</summary>
    public static Func<SqlParameter, (bool Given, object? Value)> Values(SqlMethod method, BoundArguments arguments, string requestId) => parameter =>
        parameter.Name.Equals(method.KeyParameter, StringComparison.OrdinalIgnoreCase) ? (true, requestId)
        : arguments.TryGet(parameter.Name, out var value) ? (true, value)
        : (false, null);

    private static DbCommand Ready(SqlSource source, SqlMethod method, DbCommand command)
    {
        source.Ready(command, method.Limit);
        return command;
    }

    private static DbCommand Call(SqlSource source, SqlMethod method, Func<SqlParameter, (bool Given, object? Value)> valueOf, DbCommand command)
    {
        var arguments = new List<(SqlParameter, object?)>();
        SqlParameter? leftOut = null;
        foreach (var parameter in method.Parameters)
        {
            var (given, value) = valueOf(parameter);
            if (!given && parameter.LeftOutWhenNotGiven && parameter.Direction == ParameterDirection.In)
            {
                leftOut ??= parameter;
                continue;
            }

            // What has only a position would move into the place of the one left out.
            if (method.TakesByPosition(parameter) && leftOut is not null) throw method.Binder.Wrong([new($"{leftOut.Name}: missing, as {parameter.Name} after it has only a position", $"{leftOut.Name}: не передан, а у {parameter.Name} после него есть только место")]);
            arguments.Add((parameter, value));
        }

        source.Call(command, method, arguments);
        return command;
    }

    private static DbCommand Fill(SqlSource source, SqlMethod method, SqlStatement statement, Func<SqlParameter, (bool Given, object? Value)> valueOf, DbCommand command)
    {
        var text = new StringBuilder();
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in statement.Parts)
        {
            if (!part.IsPlace)
            {
                text.Append(part.Text);
                continue;
            }

            var parameter = method.Parameters.First(one => one.Name.Equals(part.Text, StringComparison.OrdinalIgnoreCase));
            if (source.RepeatsPlaces || !numbers.TryGetValue(parameter.Name, out var number))
            {
                number = numbers[parameter.Name] = command.Parameters.Count + 1;
                command.Parameters.Add(source.Bind(command, number, parameter, valueOf(parameter).Value));
            }

            var place = source.PlaceOf(number);
            text.Append(parameter.DbType.Length > 0 ? $"CAST({place} AS {parameter.DbType})" : place);
        }

        command.CommandText = text.ToString();
        return command;
    }
}
