namespace Cleverence.Warehouse;

/// <summary>What a handheld's action «Вызов метода внешней системы» carries.</summary>
public sealed class InvokeMethodAction
{
    /// <summary>The action's name, needed only as a target of a jump.</summary>
    public string Name { get; set; } = "";

    /// <summary>The connector's id («Соединение»).</summary>
    public string ConnectorId { get; set; } = "";

    /// <summary>The class in the outside system («Класс»); empty for none.</summary>
    public string ClassName { get; set; } = "";

    /// <summary>The method in the outside system («Метод»).</summary>
    public string MethodName { get; set; } = "";

    /// <summary>The parameters («Параметры»), in their order.</summary>
    public IList<InvokeParameter> Parameters { get; } = [];

    /// <summary>The session variable that takes the result («Переменная сессии для результата»).</summary>
    public string SessionVariable { get; set; } = "";

    /// <summary>How long the handheld waits («Время ожидания»), in seconds; 0 means as long as the server needs.</summary>
    public int WaitingTime { get; set; }

    /// <summary>Whether the call goes on in the background of the server: the handheld shows its progress and need not stay connected.</summary>
    public bool Background { get; set; }

    /// <summary>Whether the handheld shows a message on an error.</summary>
    public bool ShowErrorMessage { get; set; } = true;

    /// <summary>What the handheld shows when the waiting time passes.</summary>
    public string TimeoutMessage { get; set; } = "";

    /// <summary>The action to go to on an error («Переход по ошибке»).</summary>
    public string ErrorDirection { get; set; } = "";

    /// <summary>The action to go to when the waiting time passes («Переход при истечении времени ожидания»).</summary>
    public string TimeoutDirection { get; set; } = "";

    /// <summary>The action to go to next («Следующее действие»); empty for the next in order.</summary>
    public string NextDirection { get; set; } = "";
}
