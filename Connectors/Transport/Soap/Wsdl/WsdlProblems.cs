using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>What can be wrong with a WSDL.</summary>
internal static class WsdlProblems
{
    private const string Field = "wsdl";

    public static ConnectorProblem FileMissing(string path) =>
        Of("FILE_NOT_FOUND", $"The WSDL file {path} does not exist.", $"Файла WSDL {path} нет.", "Put the file there or correct the path in wsdl.", "Положите файл туда или исправьте путь в wsdl.");

    public static ConnectorProblem FileUnreadable(string path, string why) =>
        Of("FILE_NOT_READABLE", $"The WSDL file {path} cannot be read.", $"Файл WSDL {path} не читается.", "Give the server's user the right to read it.", "Дайте учётной записи сервера право на чтение.", why);

    public static ConnectorProblem NotXml(string name, string why) =>
        Of("WSDL_NOT_XML", $"{name} is not well-formed XML.", $"{name}: это не правильный XML.", "Open the address or the file and see what is there; a sign-in page or a cut file is usual.", "Откройте адрес или файл и посмотрите, что там: обычно это страница входа или обрезанный файл.", why);

    public static ConnectorProblem TypeDeclaration(string name) =>
        Of("XML_DTD_REFUSED", $"{name} has a document type declaration, which is never read.", $"В {name} есть объявление DTD; такие документы не читаются.", "Take the DOCTYPE out of the document.", "Уберите DOCTYPE из документа.");

    public static ConnectorProblem TooLarge(string name) =>
        Of("WSDL_TOO_LARGE", $"{name} is over the limits of size or depth.", $"{name}: превышены пределы размера или вложенности.", "Save a smaller WSDL as a file and name it in wsdl.", "Сохраните сокращённый WSDL в файл и укажите его в wsdl.");

    public static ConnectorProblem NotWsdl(string name, string root) =>
        Of("WSDL_UNKNOWN", $"{name} is no WSDL 1.1: its root is {root}.", $"{name} — не WSDL 1.1: корневой элемент {root}.", "Name the address or file of a WSDL 1.1, usually the service's address with ?wsdl.", "Укажите адрес или файл WSDL 1.1; обычно это адрес сервиса с ?wsdl.");

    public static ConnectorProblem NoPorts(string name) =>
        Of("WSDL_NO_SOAP_PORT", $"{name} describes no SOAP port that can be called.", $"В {name} нет ни одного порта SOAP, который можно вызвать.", "Check that the WSDL has a service with a SOAP 1.1 or 1.2 binding over HTTP.", "Проверьте, что в WSDL есть сервис с привязкой SOAP 1.1 или 1.2 по HTTP.");

    public static ConnectorProblem Encoded(string binding, bool all) =>
        Of("RPC_ENCODED_NOT_SUPPORTED", $"The binding {binding} uses SOAP encoding (use=\"encoded\"), which is not supported.", $"Привязка {binding} использует кодирование SOAP (use=\"encoded\"), оно не поддерживается.", "Ask the service's owner for a document/literal or rpc/literal binding.", "Попросите у владельца сервиса привязку document/literal или rpc/literal.") with { IsWarning = !all };

    public static ConnectorProblem Import(string address, string from) =>
        Of("IMPORT_NOT_FOLLOWED", $"The import of {address} in {from} was not followed: it lies outside.", $"Импорт {address} в {from} не выполнен: адрес вне разрешённых.", "Put a copy beside the WSDL, or add its host to allowedHosts.", "Положите копию рядом с WSDL или добавьте хост в allowedHosts.") with { IsWarning = true };

    public static ConnectorProblem ImportMissing(string address, string why) =>
        Of("IMPORT_NOT_READ", $"{address}, which the WSDL imports, could not be read.", $"{address}, импортируемый WSDL, не удалось прочитать.", "Put the document where the import says.", "Положите документ туда, куда указывает импорт.", why);

    public static ConnectorProblem TooMany(int limit) =>
        Of("WSDL_TOO_LARGE", $"The WSDL consists of more than {limit} documents.", $"WSDL состоит более чем из {limit} документов.", "Save a WSDL in one piece and name it in wsdl.", "Сохраните WSDL одним файлом и укажите его в wsdl.");

    public static ConnectorProblem Schema(string why) =>
        Of("WSDL_SCHEMA_INVALID", $"The schemas of the WSDL do not fit together: {Short(why)}", $"Схемы WSDL не согласованы: {Short(why)}", "Ask the service's owner for a valid WSDL; imports that were not followed are told beside.", "Попросите у владельца сервиса правильный WSDL; невыполненные импорты указаны рядом.", why);

    public static ConnectorProblem Dangling(string what, string name) =>
        Of("WSDL_INCOMPLETE", $"The WSDL names the {what} {name}, which it does not have.", $"WSDL ссылается на {what} {name}, которого в нём нет.", "Check that all its parts are there; imports that were not followed are told beside.", "Проверьте, что все его части на месте; невыполненные импорты указаны рядом.");

    public static ConnectorProblem Overloaded(string name) =>
        Of("OPERATION_OVERLOADED", $"The WSDL has several operations {name}; only the first can be called.", $"В WSDL несколько операций {name}; вызвать можно только первую.", "Ask the service's owner for different names if you need the others.", "Если нужны остальные, попросите у владельца сервиса разные имена.") with { IsWarning = true };

    private static string Short(string text) => text.Length <= 140 ? text : $"{text[..139]}…";

    private static ConnectorProblem Of(string code, string message, string messageRu, string next, string nextRu, string? detail = null) =>
        new(code, Field, message, next) { MessageRu = messageRu, NextStepRu = nextRu, Detail = detail };
}
