namespace TsdClient;

/// <summary>What the screen says, in the operator's language.</summary>
internal sealed record Words(string Scan, string Error, string TimedOut, string NoConnection, string InDoubt, string Empty, string MoreRows, string MoreColumns, string Rows)
{
    public static Words Of(string language) => language == "ru"
        ? new("Сканируйте штрихкод", "ОШИБКА", "Время ожидания истекло.", "Нет связи с сервером. Проверьте Wi-Fi и адрес.", "Возможно, выполнено. Проверьте!", "Пусто", "ещё строк: {0}", "ещё столбцов: {0}", "строк: {0}")
        : new("Scan a barcode", "ERROR", "The waiting time has passed.", "No connection to the server. Check Wi-Fi and address.", "It may have been done. Look!", "Empty", "more rows: {0}", "more columns: {0}", "rows: {0}");
}
