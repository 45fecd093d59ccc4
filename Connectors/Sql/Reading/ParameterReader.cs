using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>Checks the declared parameters of one method.</summary>
internal sealed partial class ParameterReader(SqlMethodSettings method, string place, SettingsNotes notes)
{
    private readonly DeclaredParameters found = new();

    public DeclaredParameters Read()
    {
        for (var at = 0; at < method.Parameters.Count; at++) Read(method.Parameters[at], $"{place}.parameters[{at}]");
        return found;
    }

    private void Read(SqlParameterSettings settings, string field)
    {
        if (!NamePattern().IsMatch(settings.Name))
        {
            notes.Add("PARAMETER_NAME_WRONG", $"{field}.name", $"'{settings.Name}' cannot be the name of a parameter.", $"«{settings.Name}» не может быть именем параметра.", "Begin it with a letter or _, and use only letters, digits and _.", "Начните его с буквы или _, и пишите только буквы, цифры и _.");
        }

        foreach (var name in settings.Aliases.Prepend(settings.Name).Where(found.Answers))
        {
            notes.Add("PARAMETER_TWICE", $"{field}.name", $"Another parameter is called '{name}' already.", $"Параметр «{name}» уже есть.", "Give each its own name; names are compared without case.", "Дайте каждому своё имя; регистр не различается.");
        }

        var kind = settings.Type.Equals("any", StringComparison.OrdinalIgnoreCase) ? null : notes.Kind($"{field}.type", settings.Type);
        var direction = notes.Choice($"{field}.direction", settings.Direction, ("in", ParameterDirection.In), ("out", ParameterDirection.Out), ("inout", ParameterDirection.InOut)) ?? ParameterDirection.In;
        var items = settings.Items.Length == 0 ? null : notes.Kind($"{field}.items", settings.Items);
        CheckRest(settings, field);
        var parameter = new SqlParameter(settings.Name, kind)
        {
            Items = items,
            DbType = settings.DbType,
            Direction = direction,
            Size = settings.Size,
            LeftOutWhenNotGiven = settings.Optional && settings.Default is null,
        };
        found.Add(parameter, InfoOf(settings, kind), DefaultOf(settings, kind, field));
    }

    private void CheckRest(SqlParameterSettings settings, string field)
    {
        if (settings.Size < 0) notes.Add("SIZE_WRONG", $"{field}.size", $"{settings.Size} is not a size.", $"{settings.Size} — не размер.", "Write a number above zero, or leave it out.", "Напишите число больше нуля или уберите.");
        if (settings.DbType.Length > 0 && !TypePattern().IsMatch(settings.DbType))
        {
            notes.Add("DB_TYPE_WRONG", $"{field}.dbType", "This is not the name of a database type.", "Это не имя типа базы данных.", "Write one such as uuid, numeric(12,3) or text[].", "Напишите, например, uuid, numeric(12,3) или text[].");
        }
    }

    private static ConnectorParameterInfo InfoOf(SqlParameterSettings settings, ValueKind? kind) => new(settings.Name, kind)
    {
        Aliases = [.. settings.Aliases],
        Optional = settings.Optional || settings.Default is not null,
        Description = settings.Description,
    };

    private object? DefaultOf(SqlParameterSettings settings, ValueKind? kind, string field)
    {
        if (settings.Default is null) return null;
        if (ConnectorValues.TryConvert(settings.Default, BoundParameter.TypeOf(kind), out var value)) return value;
        notes.Add("DEFAULT_UNREADABLE", $"{field}.default", $"The default is not of the kind {settings.Type}.", $"Значение по умолчанию не вида {settings.Type}.", "Write a value of that kind, or change the type.", "Напишите значение этого вида или смените тип.");
        return null;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*$")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[\p{L}_""][\p{L}\p{Nd}_"" .]*(\(\d+(,\d+)?\))?[\p{L} ]*(\[\])*$")]
    private static partial Regex TypePattern();
}
