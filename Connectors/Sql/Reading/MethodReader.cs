using System.Data;
using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>Checks one method of the settings and makes it ready for use.</summary>
internal sealed class MethodReader(SqlSettings all, SqlMethodSettings settings, string place, SqlSource? source, SettingsNotes notes)
{
    // The statement ends itself at its limit and is certain whether it was rolled back; the invoker would only know that it did not answer.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public SqlMethod Read(HashSet<(string, string)> names, TimeSpan timeout)
    {
        CheckNames(names);
        var parameters = new ParameterReader(settings, place, notes).Read();
        var reader = new StatementReader(settings, place, source, notes);
        var statements = reader.Read(parameters);
        var safety = notes.Choice($"{place}.safety", settings.Safety, ("Safe", MethodSafety.Safe), ("Keyed", MethodSafety.Keyed), ("Unsafe", MethodSafety.Unsafe)) ?? MethodSafety.Unsafe;
        CheckSafety(safety, reader.Found);
        CheckKey(safety, parameters);
        var limit = settings.TimeLimit.Length == 0 ? timeout : notes.Duration($"{place}.timeLimit", settings.TimeLimit);
        var result = new ResultSettings(settings, place, notes);
        var shape = result.Shape(parameters, reader.Found);
        var given = parameters.Given.Where(parameter => !parameter.Answers(settings.KeyParameter)).ToList();
        CheckLimits();
        var info = new ConnectorMethodInfo(settings.Class, settings.Method)
        {
            Aliases = [.. settings.Aliases],
            Parameters = [.. given.Select(parameter => parameter.Info)],
            Safety = safety,
            TimeLimit = limit + Grace,
            ResultKind = ResultSettings.KindOf(shape),
            Blocking = source?.Blocks ?? false,
            Target = source?.Target,
            Description = settings.Description,
        };
        return new SqlMethod(info, place)
        {
            Statements = statements,
            Routine = reader.Routine,
            IsFunction = settings.Function.Length > 0,
            AsksCatalogue = reader.Routine.Length > 0 && settings.Parameters.Count == 0,
            Parameters = parameters.All,
            Binder = new ParameterBinder(info.FullName, given),
            KeyParameter = settings.KeyParameter,
            Result = shape,
            TableNames = [.. settings.TableNames],
            Columns = result.Columns(),
            IsSingle = reader.Found.Count < 2,
            HasWholeStatements = source is not null && reader.Found.All(statement => source.IsWhole(statement.Keyword)),
            Isolation = ReadTransaction(reader.Found.Count > 1, safety),
            Limit = limit,
            MaxRows = settings.MaxRows == 0 ? all.MaxRows : settings.MaxRows,
            MaxBytes = settings.MaxBytes == 0 ? all.MaxBytes : settings.MaxBytes,
        };
    }

    private void CheckNames(HashSet<(string, string)> names)
    {
        if (string.IsNullOrWhiteSpace(settings.Method)) notes.Add("METHOD_NAME_MISSING", $"{place}.method", "The method has no name.", "У метода нет имени.", "Give it the name that callers will use.", "Дайте имя, которым его будут вызывать.");
        foreach (var name in settings.Aliases.Prepend(settings.Method).Where(name => !names.Add((settings.Class, name))))
        {
            notes.Add("METHOD_TWICE", $"{place}.method", $"Another method is called '{name}' already.", $"Метод «{name}» уже есть.", "Give each its own name or class; names are compared without case.", "Дайте каждому своё имя или класс; регистр не различается.");
        }
    }

    private void CheckSafety(MethodSafety safety, IReadOnlyList<SqlStatement> statements)
    {
        if (safety != MethodSafety.Safe || statements.FirstOrDefault(statement => statement.Writes) is not { } writing) return;
        notes.Add("SAFE_WRITES", $"{place}.safety", $"The method is declared Safe but has {writing.Keyword}, which changes something.", $"Метод объявлен Safe, но в нём {writing.Keyword}, который меняет данные.", "Leave safety out: a Safe call may be repeated and cancelled.", "Уберите safety: вызов Safe может быть повторён и прерван.");
    }

    private void CheckKey(MethodSafety safety, DeclaredParameters parameters)
    {
        if (safety == MethodSafety.Keyed && settings.KeyParameter.Length == 0)
        {
            notes.Add("KEY_PARAMETER_MISSING", $"{place}.keyParameter", "A Keyed method must say which parameter is given the request id.", "Метод Keyed должен указать, какой параметр получает номер запроса.", "Name the parameter, and make the statement recognise a repeated id.", "Назовите параметр, и пусть оператор узнаёт повторный номер.");
        }
        else if (settings.KeyParameter.Length > 0 && safety != MethodSafety.Keyed)
        {
            notes.Add("KEY_PARAMETER_UNUSED", $"{place}.keyParameter", "Only a Keyed method has a parameter for the request id.", "Параметр для номера запроса бывает только у метода Keyed.", "Write \"safety\": \"Keyed\", or take keyParameter out.", "Напишите \"safety\": \"Keyed\" или уберите keyParameter.");
        }
        else if (settings.KeyParameter.Length > 0 && !parameters.All.Exists(parameter => parameter.Name.Equals(settings.KeyParameter, StringComparison.OrdinalIgnoreCase) && parameter.Kind is null or ValueKind.String))
        {
            notes.Add("KEY_PARAMETER_UNKNOWN", $"{place}.keyParameter", $"There is no string parameter '{settings.KeyParameter}'.", $"Нет строкового параметра «{settings.KeyParameter}».", "Declare it in parameters with the type string.", "Объявите его в parameters с типом string.");
        }
    }

    private void CheckLimits()
    {
        if (settings.MaxRows != 0) LimitNotes.Rows($"{place}.maxRows", settings.MaxRows, notes);
        if (settings.MaxBytes != 0) LimitNotes.Bytes($"{place}.maxBytes", settings.MaxBytes, notes);
    }

    private IsolationLevel? ReadTransaction(bool several, MethodSafety safety)
    {
        if (settings.Transaction.Length == 0) return several && safety != MethodSafety.Safe ? IsolationLevel.ReadCommitted : null;
        var level = notes.Choice(
            $"{place}.transaction", settings.Transaction,
            ("none", IsolationLevel.Unspecified), ("readCommitted", IsolationLevel.ReadCommitted), ("repeatableRead", IsolationLevel.RepeatableRead), ("serializable", IsolationLevel.Serializable));
        if (level != IsolationLevel.Unspecified) return level;
        if (several && safety != MethodSafety.Safe)
        {
            notes.Add("TRANSACTION_NEEDED", $"{place}.transaction", "Several statements without a transaction could be done by half.", "Несколько операторов без транзакции могли бы выполниться наполовину.", "Leave transaction out, or name an isolation level.", "Уберите transaction или укажите уровень изоляции.");
        }

        return null;
    }
}
