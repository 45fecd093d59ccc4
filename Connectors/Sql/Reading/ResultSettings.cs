using System.Globalization;
using System.Text.RegularExpressions;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Reads what a method hands back.</summary>
internal sealed partial class ResultSettings(SqlMethodSettings settings, string place, SettingsNotes notes)
{
    public static ValueKind? KindOf(ResultShape shape) => shape switch
    {
        ResultShape.None => ValueKind.Null,
        ResultShape.Affected => ValueKind.Integer,
        ResultShape.Table => ValueKind.Table,
        ResultShape.Row or ResultShape.Tables or ResultShape.Out => ValueKind.Record,
        _ => null,
    };

    public ResultShape Shape(DeclaredParameters parameters, IReadOnlyList<SqlStatement> statements)
    {
        if (settings.TableNames.Count > 0 && !settings.Result.Equals("tables", StringComparison.OrdinalIgnoreCase))
        {
            notes.Add("TABLE_NAMES_UNUSED", $"{place}.tableNames", "Only the result 'tables' has names for its tables.", "Имена таблиц бывают только у результата «tables».", "Write \"result\": \"tables\", or take tableNames out.", "Напишите \"result\": \"tables\" или уберите tableNames.");
        }

        CheckTableNames();
        if (settings.Result.Length == 0) return Usual(parameters, statements);
        var shape = notes.Choice(
            $"{place}.result", settings.Result,
            ("none", ResultShape.None), ("affected", ResultShape.Affected), ("scalar", ResultShape.Scalar), ("row", ResultShape.Row), ("table", ResultShape.Table), ("tables", ResultShape.Tables), ("out", ResultShape.Out)) ?? ResultShape.None;
        if (shape == ResultShape.Out && !parameters.HasOut && settings.Parameters.Count > 0)
        {
            notes.Add("OUT_MISSING", $"{place}.result", "The result is 'out', but no parameter goes out.", "Результат «out», но выходных параметров нет.", "Give a parameter \"direction\": \"out\", or choose another result.", "Дайте параметру \"direction\": \"out\" или выберите другой результат.");
        }

        return shape;
    }

    public IReadOnlyDictionary<string, ValueKind> Columns()
    {
        var kinds = new Dictionary<string, ValueKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, type) in settings.Columns)
        {
            if (notes.Kind($"{place}.columns.{name}", type ?? "") is { } kind) kinds[name] = kind;
        }

        return kinds;
    }

    // Sets beyond the named ones are called table3, table4 and so on: of two tables under one name one would be lost.
    private void CheckTableNames()
    {
        var names = settings.TableNames.ToList();
        for (var at = 0; at < names.Count; at++)
        {
            var taken = names.Take(at).Contains(names[at], StringComparer.OrdinalIgnoreCase) || MadeUpPattern().Match(names[at]) is { Success: true } made && (made.Groups[1].Length > 6 || int.Parse(made.Groups[1].Value, CultureInfo.InvariantCulture) > names.Count);
            if (!taken) continue;
            notes.Add("TABLE_NAME_TWICE", $"{place}.tableNames[{at}]", $"Another table is called '{names[at]}' already, or may be.", $"Имя таблицы «{names[at]}» уже занято или будет занято.", "Give each its own name; names are compared without case.", "Дайте каждой своё имя; регистр не различается.");
        }
    }

    private ResultShape Usual(DeclaredParameters parameters, IReadOnlyList<SqlStatement> statements)
    {
        if (parameters.HasOut) return ResultShape.Out;
        if (settings.Procedure.Length > 0) return ResultShape.None;
        if (settings.Function.Length > 0) return ResultShape.Table;
        return statements.Count > 0 && statements[^1].ReturnsRows ? ResultShape.Table : ResultShape.Affected;
    }

    [GeneratedRegex(@"^table([1-9][0-9]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MadeUpPattern();
}
