using System.Globalization;
using Server.Access;
using Server.Background;
using Server.OpenApi;
using ServerJobs.Background;

namespace Server.Api;

/// <summary><c>/api/v1/notifications</c>: what the server has for this key and device, polled or pushed.</summary>
internal static class NotificationEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;

    public static void MapNotifications(this WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = NotificationPush.Beat });
        var notifications = app.Services.GetRequiredService<Notifications>();
        var admission = app.Services.GetRequiredService<Admission>();
        var push = ActivatorUtilities.CreateInstance<NotificationPush>(app.Services);
        var sockets = new NotificationSocket(push);

        app.MapGet("/api/v1/notifications", async context =>
        {
            var caller = admission.Admit(context);
            var after = AfterOf(context.Request) ?? await notifications.BeginAsync(context.RequestAborted);
            var page = await notifications.ReadAsync(BackgroundAccess.OwnerOf(caller), after, ApiQuery.Limit(context.Request, DefaultLimit, MaxLimit), context.RequestAborted);
            BackgroundJson.Write(context, page, page.Count == 0 ? after : page[^1].AddedMs, caller.Language);
        }).Described("ListNotifications", "Notifications", "Lists what the server has told this key and device since after, oldest first; without after, what came in the last 120 seconds.")
            .Queries("after", "limit").Answers<NotificationList>().Fails(400, 401, 429);

        app.MapGet("/api/v1/notifications/{id}", async context =>
        {
            var caller = admission.Admit(context);
            var id = (string)context.Request.RouteValues["id"]!;
            var found = await notifications.FindAsync(BackgroundAccess.OwnerOf(caller), id, context.RequestAborted) ?? throw new ApiException(Unknown(id));
            using var buffer = new AnswerBuffer();
            buffer.Add(BackgroundJson.EnvelopeOf(found with { IsLarge = false }, caller.Language).Span);
            Answers.Send(context, 200, buffer);
        }).Described("GetNotification", "Notifications", "Gives a notification whose content was too large to travel in it.").Answers<NotificationBody>().Fails(401, 404, 429);

        app.MapGet("/api/v1/notifications/stream", async context =>
        {
            var caller = admission.Admit(context);
            var after = AfterOf(context.Request);
            var sink = new EventStreamSink(context.Response, caller.Language);
            await sink.OpenAsync(context.RequestAborted);
            await push.RunAsync(sink, BackgroundAccess.OwnerOf(caller), after, context.RequestAborted);
        }).Described("StreamNotifications", "Notifications", "Pushes notifications as server-sent events.", "Each event has its sentAtUtcMs as id: a client that reconnects with Last-Event-ID, or with after, goes on from there. A comment comes every 15 seconds.")
            .Queries("after").Fails(400, 401, 429);

        app.MapGet("/api/v1/notifications/socket", async context =>
        {
            var caller = admission.Admit(context);
            if (!context.WebSockets.IsWebSocketRequest) throw new ApiException(NoSocket);
            await sockets.RunAsync(context, caller, BackgroundAccess.OwnerOf(caller), AfterOf(context.Request));
        }).Described("SocketNotifications", "Notifications", "Pushes notifications over a WebSocket, one envelope a text message.").Queries("after").Fails(400, 401, 429);
    }

    private static ApiError NoSocket { get; } = ApiError.Invalid(
        "This address takes a WebSocket only. Use /api/v1/notifications/stream for server-sent events, or /api/v1/notifications to poll.",
        "Этот адрес — только для WebSocket. Для событий сервера — /api/v1/notifications/stream, для опроса — /api/v1/notifications.");

    private static ApiError Unknown(string id) => ApiError.NotFound($"This key and device have no notification '{id}'; they are kept for an hour.", $"У этого ключа и устройства нет оповещения «{id}»; они хранятся час.");

    // A reconnecting browser sends the id of the last event by itself; it is newer than what stands in the address.
    private static long? AfterOf(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"] is { Count: > 0 } header ? header.ToString() : ApiQuery.Text(request, "after");
        if (string.IsNullOrEmpty(text)) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : throw new ApiException(ApiError.Invalid("after and Last-Event-ID take the sentAtUtcMs of the last notification seen.", "after и Last-Event-ID — sentAtUtcMs последнего полученного оповещения."));
    }
}
