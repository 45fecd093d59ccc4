using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>A question about the classifiers of products or organisations, checked.</summary>
/// <param name="Operation">QueryProducts or QueryOrganisation.</param>
/// <param name="Name">ИНН, КОД or СИО.</param>
/// <param name="Value">The value.</param>
internal sealed record ClassifierCall(EgaisOperation Operation, string Name, string Value)
{
    /// <exception cref="ConnectorException"><c>PARAMETER_NOT_ALLOWED</c>.</exception>
    public static ClassifierCall Read(string operation, string name, string value, bool allowUnproven)
    {
        var asked = OperationOf(operation);
        var parameter = NameOf(name);
        if (!allowUnproven && !(parameter == "ИНН" || parameter == (asked == EgaisOperation.QueryProducts ? "КОД" : "СИО")))
        {
            throw Refused($"'{asked}' is not asked by '{parameter}'; use {(asked == EgaisOperation.QueryProducts ? "ИНН or КОД" : "ИНН or СИО")}.", $"Запрос «{asked}» не выполняется по параметру «{parameter}»; используйте {(asked == EgaisOperation.QueryProducts ? "ИНН или КОД" : "ИНН или СИО")}.");
        }

        var text = value?.Trim() ?? "";
        return Fits(parameter, text) ? new ClassifierCall(asked, parameter, text) : throw Refused($"The value of '{parameter}' has the wrong form, with {text.Length} characters.", $"Значение «{parameter}» неверного вида ({text.Length} знаков): ИНН — 10 или 12 цифр, СИО — до 50 цифр, КОД — от 1 до 64 знаков.");
    }

    public ConnectorRecord ToExtra() => new() { { "parameterName", Name }, { "parameterValue", Value } };

    private static EgaisOperation OperationOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "QUERYPRODUCTS" or "ЗАПРОСАЛКОГОЛЬНОЙПРОДУКЦИИ" => EgaisOperation.QueryProducts,
        "QUERYORGANISATION" or "QUERYORGANIZATION" or "ЗАПРОСДАННЫХОРГАНИЗАЦИИ" => EgaisOperation.QueryOrganisation,
        _ => throw Refused($"The operation '{text}' is no classifier query; use QueryProducts or QueryOrganisation.", "Операция не поддерживается в версии формата обмена"),
    };

    private static string NameOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "ИНН" or "INN" => "ИНН",
        "КОД" or "KOD" => "КОД",
        "СИО" or "SIO" => "СИО",
        var other => throw Refused($"There is no parameter '{other}'; use ИНН, КОД or СИО.", $"Нет параметра «{other}»; используйте ИНН, КОД или СИО."),
    };

    private static bool Fits(string name, string text) => name switch
    {
        "ИНН" => text.Length is 10 or 12 && text.All(char.IsAsciiDigit),
        "СИО" => text.Length is >= 1 and <= 50 && text.All(char.IsAsciiDigit),
        _ => text.Length is >= 1 and <= 64,
    };

    private static ConnectorException Refused(string text, string textRu) => new(CallErrors.ParameterNotAllowed(text, textRu));
}
