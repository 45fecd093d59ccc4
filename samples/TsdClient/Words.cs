namespace TsdClient;

/// <summary>What the screen says, in the operator's language.</summary>
internal sealed record Words(string Scan, string Error, string TimedOut, string NoConnection, string InDoubt, string Empty, string MoreRows, string MoreColumns, string Rows)
{
    /// <summary>A long operation that has not said yet what it does.</summary>
    public required string Working { get; init; }

    public required string OnServer { get; init; }

    public required string Searching { get; init; }

    public required string MoreMessages { get; init; }

    /// <summary>The field of an answer that holds its sentence in the operator's language.</summary>
    public required string TextField { get; init; }

    public static Words Of(string language) => language == "ru"
        ? new("Сканируйте штрихкод", "ОШИБКА", "Время ожидания истекло.", "Нет связи с сервером. Проверьте Wi-Fi и адрес.", "Возможно, выполнено. Проверьте!", "Пусто", "ещё строк: {0}", "ещё столбцов: {0}", "строк: {0}") { Working = "Выполняется…", OnServer = "Выполняется на сервере", Searching = "Нет связи, ищу операцию…", MoreMessages = "ранее сообщений: {0}", TextField = "textRu" }
        : new("Scan a barcode", "ERROR", "The waiting time has passed.", "No connection to the server. Check Wi-Fi and address.", "It may have been done. Look!", "Empty", "more rows: {0}", "more columns: {0}", "rows: {0}") { Working = "Working…", OnServer = "Runs on the server", Searching = "Connection lost, looking…", MoreMessages = "earlier messages: {0}", TextField = "text" };
}
