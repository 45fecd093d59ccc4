using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>Why a run is cancelled, in words for its record.</summary>
internal sealed record JobCancel(string Message, string MessageRu)
{
    public static JobCancel TimeLimit { get; } = new("Cancelled: time limit. Its schedule gives the run no more time (CompletionInterval or CompletionTime).", "Отменено: истекло время, отведённое расписанием (ИнтервалЗавершения или ВремяЗавершения).");

    public static JobCancel Overlap { get; } = new("Cancelled: the next start of the job came, and its overlap is 'cancel'.", "Отменено: подошёл следующий запуск задания, а его overlap — «cancel».");

    public static JobCancel TakenOver { get; } = new("Cancelled: this server was silent for too long, and another one has taken over.", "Отменено: сервер слишком долго не отвечал, задание перешло к другому.");

    public static JobCancel ServerStops { get; } = new("The server stopped before the call ended.", "Сервер остановлен до окончания вызова.");

    public static JobCancel By(string person) => new($"Cancelled by {person}.", $"Отменено: {person}.");

    public ConnectorError ToError(bool inDoubt) => new(ConnectorErrorCode.Cancelled, Message) { MessageRu = MessageRu, InDoubt = inDoubt };
}
