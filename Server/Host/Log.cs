namespace Server;

/// <summary>What the host writes into the log; event ids from 6000.</summary>
internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Error, "The request {Path} failed, request id {RequestId}.")]
    public static partial void RequestFailed(this ILogger log, string path, string requestId, Exception failure);

    [LoggerMessage(6002, LogLevel.Warning, "The table of {Connector}:{Method} ended early, request id {RequestId}.")]
    public static partial void TableBroken(this ILogger log, string connector, string method, string requestId, Exception failure);

    [LoggerMessage(6003, LogLevel.Error, "The handler {Handler} of the event {Event} failed for document {Document}: {Code} {Message} {Detail}")]
    public static partial void HandlerFailed(this ILogger log, string handler, string @event, string document, string code, string message, string? detail);

    [LoggerMessage(6004, LogLevel.Error, "The file {File} cannot be used: {Reason} The events as last read stay in force.")]
    public static partial void EventsUnreadable(this ILogger log, string file, string reason);

    [LoggerMessage(6005, LogLevel.Information, "The demonstration system runs at {Address}.")]
    public static partial void DemoStarted(this ILogger log, string address);

    [LoggerMessage(6006, LogLevel.Warning, "The demonstration system was not started: {Reason}")]
    public static partial void DemoNotStarted(this ILogger log, string reason);

    [LoggerMessage(6007, LogLevel.Warning, "The answer of {Path} could not be given, request id {RequestId}: {Reason}")]
    public static partial void AnswerRefused(this ILogger log, string path, string requestId, string reason);

    [LoggerMessage(6010, LogLevel.Error, "The request {Path} could not be answered, request id {RequestId}: {Reason}")]
    public static partial void StorageAway(this ILogger log, string path, string requestId, string reason);

    [LoggerMessage(6011, LogLevel.Information, "Old records were removed: no job that is switched on calls {Operation}, so the server does it once a day.")]
    public static partial void OldRecordsRemoved(this ILogger log, string operation);

    [LoggerMessage(6012, LogLevel.Error, "Old records were not removed, {Operation} failed: {Reason} It is tried again in a day.")]
    public static partial void OldRecordsStay(this ILogger log, string operation, string reason, Exception? failure);

    [LoggerMessage(6020, LogLevel.Warning, "Key '{Name}' ({Id}) was made by key '{By}'; it may call {Connectors}.")]
    public static partial void KeyMade(this ILogger log, string name, string id, string by, string connectors);

    [LoggerMessage(6021, LogLevel.Warning, "Key '{Name}' ({Id}) was revoked by key '{By}'.")]
    public static partial void KeyRevoked(this ILogger log, string name, string id, string by);

    [LoggerMessage(6008, LogLevel.Critical, "Code outside any call failed and nobody caught it; the server goes on. Look for an async void method, a timer or a thread of a plugin.")]
    public static partial void Uncaught(this ILogger log, Exception failure);

    [LoggerMessage(6009, LogLevel.Warning, "The thread pool began nothing for {Patience}: its {Threads} threads are blocked or find no processor, so it may have {Wanted}. Look for a connector that blocks after an await.")]
    public static partial void PoolStarved(this ILogger log, TimeSpan patience, int threads, int wanted);

    [LoggerMessage(6200, LogLevel.Error, "The handler {Handler} of the event {Event} of document {Document} may have done its work and is not called again: {Reason} Look at the other side, then retry or dismiss the event {Id} at /api/v1/documents/events.")]
    public static partial void EventInDoubt(this ILogger log, string handler, string @event, string document, string id, string reason);

    [LoggerMessage(6201, LogLevel.Error, "The handler {Handler} of the event {Event} of document {Document} is not called any more. Mend the cause, then retry or dismiss the event {Id} at /api/v1/documents/events.")]
    public static partial void EventParked(this ILogger log, string handler, string @event, string document, string id);

    [LoggerMessage(6202, LogLevel.Warning, "The handler {Handler} of the event {Event} of document {Document} failed and is called again in {Pause}: {Code} {Message}")]
    public static partial void HandlerRepeats(this ILogger log, string handler, string @event, string document, string code, string message, TimeSpan pause);

    [LoggerMessage(6203, LogLevel.Warning, "The event {Event} of document {Document} for {Handler} was left by a server that stopped, and is raised again.")]
    public static partial void EventRaisedAgain(this ILogger log, string handler, string @event, string document);

    [LoggerMessage(6204, LogLevel.Warning, "The handler {Handler} of the event {Event} of document {Document} ended after the event {Id} was taken from this server; look at its state at /api/v1/documents/events.")]
    public static partial void EventTakenOver(this ILogger log, string handler, string @event, string document, string id);

    [LoggerMessage(6205, LogLevel.Error, "What the handler {Handler} of the event {Event} of document {Document} answered cannot be kept and is tried again every second: {Reason}")]
    public static partial void EventOutcomeWaits(this ILogger log, string handler, string @event, string document, string reason);

    [LoggerMessage(6206, LogLevel.Error, "The handler {Handler} of the event {Event} of document {Document} was not called and is tried again: {Reason}")]
    public static partial void EventNotHandled(this ILogger log, string handler, string @event, string document, string reason);

    [LoggerMessage(6207, LogLevel.Error, "Events of documents wait: {Reason}")]
    public static partial void EventsWait(this ILogger log, string reason);

    [LoggerMessage(6208, LogLevel.Information, "Events of documents go on.")]
    public static partial void EventsGoOn(this ILogger log);

    [LoggerMessage(6209, LogLevel.Warning, "The event {Event} of document {Document} for {Handler} is raised again by key '{By}'.")]
    public static partial void EventRetried(this ILogger log, string handler, string @event, string document, string by);

    [LoggerMessage(6210, LogLevel.Warning, "The event {Event} of document {Document} for {Handler} was dismissed by key '{By}'.")]
    public static partial void EventDismissed(this ILogger log, string handler, string @event, string document, string by);

    [LoggerMessage(6211, LogLevel.Error, "The lock of operation '{Operation}', held since {Since:O}, was no longer heeded by the other servers when it ended: another run may have stood beside it.")]
    public static partial void OperationLockWasLost(this ILogger log, string operation, DateTimeOffset since);

    [LoggerMessage(6212, LogLevel.Warning, "The lock of operation '{Operation}' could not be given back yet; it is tried again.")]
    public static partial void OperationLockNotGivenBack(this ILogger log, string operation, Exception failure);
}
