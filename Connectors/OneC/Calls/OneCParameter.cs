using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.OneC;

/// <summary>A declared parameter: the names callers use, its name and type in 1C.</summary>
internal sealed record OneCParameter(ConnectorParameterInfo Info, string NameInOneC, OneCType Type)
{
    /// <summary>How arguments are taken: what 1C has types of its own for is checked by the writer, so that a moment with an offset is a date as well.</summary>
    public BoundParameter Binding(OneCWriter writer) => Type is OneCType.Date or OneCType.Reference or OneCType.Enum or OneCType.Any
        ? new BoundParameter(Info with { Type = null }) { TakesNull = true, Check = value => Check(writer, value) }
        : new BoundParameter(Info) { TakesNull = Info.Optional };

    private ArgumentProblem? Check(OneCWriter writer, object value)
    {
        if (writer.TryJson(value, Type, out _)) return null;
        return Type switch
        {
            OneCType.Date => new($"{Shown(value)} is not a date of 1C (2026-05-31T14:03:00, to the year 3999)", $"{Shown(value)} — не дата 1С (2026-05-31T14:03:00, по 3999 год)"),
            OneCType.Reference => new($"{Shown(value)} is not an identifier of 1C (c1a7e2aa-0000-4000-8000-000000000001)", $"{Shown(value)} — не идентификатор 1С (c1a7e2aa-0000-4000-8000-000000000001)"),
            _ => new($"{Shown(value)} is not a value of 1C", $"{Shown(value)} — не значение 1С"),
        };
    }

    private static string Shown(object value)
    {
        var text = value is ConnectorRecord or ConnectorTable || (value is IReadOnlyList<object?> && value is not byte[]) ? ConnectorValues.NameOf(ConnectorValues.KindOf(value)) : ConnectorValues.ToText(value);
        return $"'{OneCSettingsReader.Shown(text)}'";
    }
}
