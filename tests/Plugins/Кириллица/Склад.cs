using Cleverence.Connectivity;

namespace Кириллица;

[Connector("Складской учёт", Settings = typeof(НастройкиСклада))]
public sealed class Склад(НастройкиСклада настройки) : Connector
{
    [ConnectorMethod("Получить остаток", Class = "Склад", Safety = MethodSafety.Safe, Aliases = ["GetRest"])]
    public string Остаток([ConnectorParameter("Код товара")] string код, decimal Количество = 1) => $"{настройки.Название}: {код} × {Количество}";

    [ConnectorMethod("Привет мир. Кто там")]
    public string Привет() => "Здравствуйте";

    [ServerOperation("Закрыть смену", Lock = ServerOperationLock.Operation)]
    public static string ЗакрытьСмену() => "Смена закрыта";
}
