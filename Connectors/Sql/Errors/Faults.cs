using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>The failures of databases that callers are told apart, and their sentences.</summary>
internal static class Faults
{
    public static readonly SqlFault Duplicate = new(ConnectorErrorCode.Conflict, "DUPLICATE", "{0} has such a record already ({1}).", "В {0} такая запись уже есть ({1}).");
    public static readonly SqlFault ForeignKey = new(ConnectorErrorCode.Conflict, "FOREIGN_KEY", "A record of {0} that this one refers to is missing, or is still referred to ({1}).", "В {0} нет записи, на которую есть ссылка, или на неё ещё ссылаются ({1}).");
    public static readonly SqlFault Exclusion = new(ConnectorErrorCode.Conflict, "EXCLUSION", "The record contradicts another one of {0} ({1}).", "Запись противоречит другой записи {0} ({1}).");
    public static readonly SqlFault Integrity = new(ConnectorErrorCode.Conflict, "INTEGRITY", "{0} refused the record: there is one already, or it breaks a rule ({1}).", "{0} не приняла запись: такая уже есть, или она нарушает правило ({1}).");
    public static readonly SqlFault Cardinality = new(ConnectorErrorCode.Rejected, "SEVERAL_FOUND", "{0} found several records where one is wanted.", "В {0} нашлось несколько записей, а нужна одна.");
    public static readonly SqlFault NotNull = new(ConnectorErrorCode.Rejected, "NOT_NULL", "{0} needs a value that was not given ({1}).", "Для {0} не передано обязательное значение ({1}).");
    public static readonly SqlFault Check = new(ConnectorErrorCode.Rejected, "CHECK", "A value breaks a rule of {0} ({1}).", "Значение нарушает правило {0} ({1}).");
    public static readonly SqlFault Value = new(ConnectorErrorCode.Rejected, "VALUE_REFUSED", "{0} refused a value: it is too long, out of range or of the wrong form.", "{0} не принимает значение: оно слишком длинное, вне границ или не той формы.");
    public static readonly SqlFault Raised = new(ConnectorErrorCode.Rejected, "RAISED", "{1}", "{1}");
    public static readonly SqlFault ReadOnly = new(ConnectorErrorCode.Rejected, "READ_ONLY", "{0} takes no writes. Name the primary server, or give the account the right to write.", "{0} не принимает запись. Укажите основной сервер или дайте право записи.");
    public static readonly SqlFault SafeWrites = new(ConnectorErrorCode.Failed, "SAFE_WRITES", "The method is declared Safe, but changes something in {0}. Take safety out of its settings.", "Метод объявлен Safe, но меняет данные в {0}. Уберите safety из его настроек.");
    public static readonly SqlFault Deadlock = new(ConnectorErrorCode.Busy, "DEADLOCK", "{0} stopped this call because two calls waited for each other. Try again.", "{0} прервала вызов: два вызова ждали друг друга. Повторите.") { Retryable = true };
    public static readonly SqlFault Serialization = new(ConnectorErrorCode.Busy, "SERIALIZATION", "{0} stopped this call because another one changed the same records. Try again.", "{0} прервала вызов: другой вызов изменил те же записи. Повторите.") { Retryable = true };
    public static readonly SqlFault Locked = new(ConnectorErrorCode.Busy, "LOCKED", "{0} is locked by another program. Try again.", "{0} занята другой программой. Повторите.") { Retryable = true };
    public static readonly SqlFault Stopped = new(ConnectorErrorCode.Timeout, "STATEMENT_CANCELLED", "{0} cancelled the statement before it ended.", "{0} прервала оператор до его конца.") { Retryable = true };
    public static readonly SqlFault Lost = new(ConnectorErrorCode.Unavailable, "CONNECTION_LOST", "The connection to {0} broke. Check that it runs and that the network is up.", "Связь с {0} прервалась. Проверьте, что она работает и что есть сеть.") { Retryable = true, Certain = false };
    public static readonly SqlFault Refused = new(ConnectorErrorCode.Unavailable, "REFUSED", "{0} cannot be reached. Check that it runs, and its host and port.", "{0} недоступна. Проверьте, что она запущена, её адрес и порт.") { Retryable = true };
    public static readonly SqlFault NameUnknown = new(ConnectorErrorCode.Unavailable, "NAME_NOT_RESOLVED", "The host name of {0} is not known. Check it in the connection string.", "Имя узла {0} неизвестно. Проверьте его в строке подключения.") { Retryable = true };
    public static readonly SqlFault ConnectTimeout = new(ConnectorErrorCode.Unavailable, "CONNECT_TIMEOUT", "{0} did not answer while connecting. Check its host, port and the network.", "{0} не ответила при подключении. Проверьте адрес, порт и сеть.") { Retryable = true };
    public static readonly SqlFault Tls = new(ConnectorErrorCode.Unavailable, "TLS_FAILED", "No secure connection to {0} could be made. Check its certificate.", "Защищённое соединение с {0} не удалось. Проверьте сертификат.");
    public static readonly SqlFault Starting = new(ConnectorErrorCode.Unavailable, "STARTING", "{0} is starting or stopping. Try again.", "{0} запускается или останавливается. Повторите.") { Retryable = true };
    public static readonly SqlFault NoDatabase = new(ConnectorErrorCode.Unavailable, "DATABASE_UNKNOWN", "There is no database {0}. Check its name in the connection string.", "Базы {0} нет. Проверьте имя в строке подключения.");
    public static readonly SqlFault Access = new(ConnectorErrorCode.AccessDenied, "ACCESS_REFUSED", "{0} refused user or password. Check them in the connection string.", "{0} не приняла пользователя или пароль. Проверьте их в строке подключения.");
    public static readonly SqlFault Privilege = new(ConnectorErrorCode.AccessDenied, "NO_PRIVILEGE", "{0} does not let our user do this. Give it the right.", "{0} не разрешает это нашему пользователю. Дайте ему право.");
    public static readonly SqlFault Crowded = new(ConnectorErrorCode.Unavailable, "TOO_MANY_CONNECTIONS", "{0} has no connection free. Try again, or raise its limit.", "У {0} нет свободных соединений. Повторите или увеличьте предел.") { Retryable = true };
    public static readonly SqlFault DiskFull = new(ConnectorErrorCode.Unavailable, "DISK_FULL", "{0} finds no room on its disk. Make room.", "У {0} нет места на диске. Освободите место.");
    public static readonly SqlFault File = new(ConnectorErrorCode.Unavailable, "FILE_NOT_OPENED", "The file {0} cannot be opened. Check its path and the rights of the server's account.", "Файл {0} не открывается. Проверьте путь и права учётной записи сервера.");
    public static readonly SqlFault Damaged = new(ConnectorErrorCode.Unavailable, "FILE_DAMAGED", "The file {0} is damaged or is no database. Restore it from a copy.", "Файл {0} повреждён или это не база. Восстановите его из копии.");
    public static readonly SqlFault TooLarge = new(ConnectorErrorCode.TooLarge, "TOO_LARGE", "A value or the statement is over a limit of {0}.", "Значение или оператор больше предела {0}.");
    public static readonly SqlFault Statement = new(ConnectorErrorCode.Failed, "STATEMENT_WRONG", "{0} does not understand the method's statement. Correct it in the connector's settings; the log tells the cause.", "{0} не понимает оператор метода. Исправьте его в настройках коннектора; причина в журнале.");
    public static readonly SqlFault Server = new(ConnectorErrorCode.Failed, "SERVER_ERROR", "{0} failed; the log tells the cause.", "Ошибка {0}; причина в журнале.");
}
