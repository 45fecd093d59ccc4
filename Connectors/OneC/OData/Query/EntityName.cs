using System.Collections.Frozen;

namespace Connectors.OneC.OData;

/// <summary>Names of entities: as published (<c>Catalog_Товары</c>), or as 1C's own language writes them (<c>Справочник.Товары</c>).</summary>
internal static class EntityName
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["Справочник"] = "Catalog",
        ["Документ"] = "Document",
        ["ЖурналДокументов"] = "DocumentJournal",
        ["Константа"] = "Constant",
        ["ПланОбмена"] = "ExchangePlan",
        ["ПланСчетов"] = "ChartOfAccounts",
        ["ПланВидовРасчета"] = "ChartOfCalculationTypes",
        ["ПланВидовХарактеристик"] = "ChartOfCharacteristicTypes",
        ["РегистрСведений"] = "InformationRegister",
        ["РегистрНакопления"] = "AccumulationRegister",
        ["РегистрРасчета"] = "CalculationRegister",
        ["РегистрБухгалтерии"] = "AccountingRegister",
        ["БизнесПроцесс"] = "BusinessProcess",
        ["Задача"] = "Task",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The published name, spelt as the base spells it.</summary>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">The base does not publish it.</exception>
    public static string Find(string given, EdmModel model)
    {
        var name = given.Trim();
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && Kinds.TryGetValue(name[..dot], out var kind)) name = $"{kind}_{name[(dot + 1)..].Replace('.', '_')}";
        return model.Spelt(name) ?? throw ODataErrors.UnknownEntity(given, model);
    }
}
