using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Connectors.Hosting;

/// <summary>Checks the rules of <c>System.ComponentModel.DataAnnotations</c> on a bound settings object, reading the attributes itself.</summary>
internal sealed class SettingsRules
{
    private const int MaxDepth = 16;
    private readonly List<SettingsProblem> problems = [];

    public IReadOnlyList<SettingsProblem> Problems => problems;

    public void Check(object settings, string path = "", int depth = 0)
    {
        if (depth > MaxDepth) return;
        foreach (var (name, property) in SettingsNames.PropertiesOf(settings.GetType()))
        {
            if (!property.CanRead) continue;
            var place = path.Length == 0 ? name : $"{path}.{name}";
            var value = property.GetValue(settings);
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(IsPlain))
            {
                if (!rule.IsValid(value)) problems.Add(Broken(rule, place));
            }

            if (value is not null && !SettingsNames.IsSimple(property.PropertyType)) Inside(value, place, depth);
        }
    }

    private void Inside(object value, string path, int depth)
    {
        if (value is IDictionary pairs)
        {
            foreach (DictionaryEntry pair in pairs) Item(pair.Value, $"{path}[{pair.Key}]", depth);
        }
        else if (value is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items) Item(item, $"{path}[{index++}]", depth);
        }
        else
        {
            Item(value, path, depth);
        }
    }

    private void Item(object? item, string path, int depth)
    {
        if (item is not null and not Microsoft.Extensions.Configuration.IConfiguration && !SettingsNames.IsSimple(item.GetType()) && item.GetType() != typeof(object)) Check(item, path, depth + 1);
    }

    // Rules that look at other properties, or are the plugin's own, need the framework's validation context.
    private static bool IsPlain(ValidationAttribute rule) =>
        rule.GetType().Assembly == typeof(ValidationAttribute).Assembly && !rule.RequiresValidationContext && rule is not CustomValidationAttribute;

    private static SettingsProblem Broken(ValidationAttribute rule, string path) => rule switch
    {
        { ErrorMessage: { Length: > 0 } } => new("SETTING_REFUSED", path, rule.FormatErrorMessage(path), rule.FormatErrorMessage(path)),
        RequiredAttribute => new("SETTING_MISSING", path, "is missing", "не указана"),
        RangeAttribute range => new("SETTING_OUT_OF_RANGE", path, $"must be from {range.Minimum} to {range.Maximum}", $"допустимо от {range.Minimum} до {range.Maximum}"),
        RegularExpressionAttribute pattern => new("SETTING_REFUSED", path, $"must match {pattern.Pattern}", $"должна соответствовать {pattern.Pattern}"),
        _ => new("SETTING_REFUSED", path, rule.FormatErrorMessage(path), rule.FormatErrorMessage(path)),
    };
}
