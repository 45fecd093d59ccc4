using System.Text.RegularExpressions;

namespace Connectors.Sql;

/// <summary>Reads what a method runs: one of sql, statements, procedure and function; and compares its places with the declared parameters.</summary>
internal sealed partial class StatementReader(SqlMethodSettings settings, string place, SqlSource? source, SettingsNotes notes)
{
    /// <summary>The procedure or function, empty for statements.</summary>
    public string Routine => settings.Procedure.Length > 0 ? settings.Procedure : settings.Function;

    /// <summary>The statements one by one, however they are sent.</summary>
    public IReadOnlyList<SqlStatement> Found { get; private set; } = [];

    public IReadOnlyList<SqlStatement> Read(DeclaredParameters parameters)
    {
        var kinds = new[] { settings.Sql.Length > 0, settings.Statements.Count > 0, settings.Procedure.Length > 0, settings.Function.Length > 0 }.Count(given => given);
        if (kinds != 1)
        {
            notes.Add(kinds == 0 ? "STATEMENT_MISSING" : "STATEMENT_TWICE", $"{place}.sql", kinds == 0 ? "It is not said what the method runs." : "The method has several of sql, statements, procedure and function.", kinds == 0 ? "Не указано, что выполняет метод." : "У метода сразу несколько из sql, statements, procedure и function.", "Write exactly one of them.", "Напишите ровно одно из них.");
        }

        if (Routine.Length > 0) CheckRoutine();
        SqlStatement? whole = null;
        var found = settings.Sql.Length > 0
            ? Scan("sql", settings.Sql, out whole)
            : settings.Statements.SelectMany((text, at) => Scan($"statements[{at}]", text, out _)).ToList();
        Found = found;
        if (Routine.Length == 0) Compare(found, parameters);

        // A provider that takes several statements at once is sent the text as the administrator wrote it, with every ; of it.
        return source?.TakesSeveral == true && whole is not null && found.Count > 0 ? [whole] : found;
    }

    private List<SqlStatement> Scan(string field, string text, out SqlStatement? whole)
    {
        var scanner = new SqlScanner(text ?? "", source?.Rules ?? new SqlRules());
        var found = scanner.Scan().ToList();
        whole = found.Count == 0 ? null : new SqlStatement(scanner.Whole, found[0].Keyword);
        if (scanner.Problem is { } problem)
        {
            notes.Add("STATEMENT_UNREADABLE", $"{place}.{field}", $"The statement cannot be read: {problem.En}.", $"Оператор не читается: {problem.Ru}.", "Close it in the statement's text.", "Закройте в тексте оператора.");
        }
        else if (found.Count == 0)
        {
            notes.Add("STATEMENT_MISSING", $"{place}.{field}", "There is no statement in the text.", "В тексте нет оператора.", "Write one.", "Напишите его.");
        }

        return found;
    }

    private void Compare(List<SqlStatement> statements, DeclaredParameters parameters)
    {
        var used = new HashSet<string>(statements.SelectMany(statement => statement.Places), StringComparer.OrdinalIgnoreCase);
        foreach (var name in used.Where(name => !parameters.Has(name)))
        {
            notes.Add("PARAMETER_NOT_DECLARED", $"{place}.parameters", $"The statement has @{name}, which is not declared.", $"В операторе есть @{name}, который не объявлен.", $"Add {{\"name\":\"{name}\"}} to parameters, or take it out of the statement.", $"Добавьте {{\"name\":\"{name}\"}} в parameters или уберите из оператора.");
        }

        foreach (var parameter in parameters.All.Where(parameter => !used.Contains(parameter.Name) && parameter.Name.Length > 0))
        {
            notes.Add("PARAMETER_NOT_USED", $"{place}.parameters", $"The parameter '{parameter.Name}' stands nowhere in the statement.", $"Параметра «{parameter.Name}» нет в операторе.", $"Write @{parameter.Name} where it belongs, or take the parameter out.", $"Напишите @{parameter.Name} на его месте или уберите параметр.");
        }

        foreach (var parameter in parameters.All.Where(parameter => parameter.Direction != ParameterDirection.In && source is { KeepsOut: false }))
        {
            notes.Add("OUT_NEEDS_PROCEDURE", $"{place}.parameters", $"'{parameter.Name}' goes out, which only a procedure can do here.", $"Параметр «{parameter.Name}» выходной, здесь это может только процедура.", "Select the value instead, or call a procedure.", "Верните значение через SELECT или вызовите процедуру.");
        }
    }

    private void CheckRoutine()
    {
        var field = settings.Procedure.Length > 0 ? $"{place}.procedure" : $"{place}.function";
        if (!RoutinePattern().IsMatch(Routine))
        {
            notes.Add("ROUTINE_NAME_WRONG", field, "This is not the name of a procedure or function.", "Это не имя процедуры или функции.", "Write name or schema.name, without parentheses and arguments.", "Напишите имя или схема.имя, без скобок и аргументов.");
        }
        else if (settings.Procedure.Length > 0 && source is { HasProcedures: false })
        {
            notes.Add("PROCEDURE_NOT_SUPPORTED", field, "SQLite has no stored procedures.", "В SQLite нет хранимых процедур.", "Write its statements into \"statements\".", "Запишите её операторы в \"statements\".");
        }
    }

    [GeneratedRegex(@"^([\p{L}_][\p{L}\p{Nd}_$]*|""[^""\0]+"")(\.([\p{L}_][\p{L}\p{Nd}_$]*|""[^""\0]+""))*$")]
    private static partial Regex RoutinePattern();
}
