using System.Globalization;
using Cleverence.Connectivity;
using Server.Access;
using Server.Background;
using Server.OpenApi;
using ServerJobs.Background;

namespace Server.Api;

/// <summary><c>/api/v1/background</c>: the operations of this key and device.</summary>
internal static class BackgroundEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;
    private const int MaxWait = 30;

    /// <summary>Maps the operations and the notifications about them.</summary>
    public static void MapBackground(this WebApplication app)
    {
        var operations = app.Services.GetRequiredService<BackgroundOperations>();
        var notifications = app.Services.GetRequiredService<Notifications>();
        var admission = app.Services.GetRequiredService<Admission>();
        var starter = app.Services.GetRequiredService<BackgroundStarter>();
        app.MapNotifications();

        app.MapGet("/api/v1/background", async context =>
        {
            var caller = admission.Admit(context);
            var listed = await operations.ListAsync(QueryOf(context.Request, caller), context.RequestAborted);
            BackgroundJson.Write(context, 200, new ConnectorRecord { { "operations", listed.Select(operation => BackgroundJson.RecordOf(operation, caller)).ToList<object?>() } }, caller);
        }).Described("ListBackground", "Background", "Lists the operations of this key and device, newest first; a key without limits sees those of all with all=true.")
            .Queries("state", "key", "call", "title", "startedFrom", "startedBefore", "endedFrom", "endedBefore", "before", "limit", "all").Answers<BackgroundList>().Fails(400, 401, 403, 429);

        app.MapGet("/api/v1/background/{id}", async context =>
        {
            var (caller, id) = (admission.Admit(context), IdOf(context));
            await notifications.SeenAsync(BackgroundAccess.OwnerOf(caller));
            BackgroundAccess.Check(await operations.FindAsync(id, context.RequestAborted), id, caller);
            var operation = await operations.WaitAsync(id, WaitOf(context.Request), context.RequestAborted);
            BackgroundJson.Write(context, 200, BackgroundJson.RecordOf(BackgroundAccess.Check(operation, id, caller), caller), caller);
        }).Described("GetBackground", "Background", "Shows an operation as it is now, or as it is at its end when that comes within wait seconds.").Queries("wait").Answers<BackgroundBody>().Fails(400, 401, 404, 429);

        app.MapGet("/api/v1/background/{id}/result", async context =>
        {
            var (caller, id) = (admission.Admit(context), IdOf(context));
            await notifications.SeenAsync(BackgroundAccess.OwnerOf(caller));
            var operation = BackgroundAccess.Check(await operations.FindAsync(id, context.RequestAborted), id, caller);
            if (operation.State == BackgroundState.Active) throw BackgroundAccess.StillRuns(id);
            await starter.WriteResultAsync(context, caller, operation, (long)(operation.EndedAt!.Value - operation.StartedAt).TotalMilliseconds);
        }).Described("GetBackgroundResult", "Background", "Gives the result of an ended operation, as the answer of its call.")
            .Answers<InvokeAnswer>().Fails(400, 401, 404, 409, 413, 422, 429, 499, 500, 502, 503, 504);

        app.MapGet("/api/v1/background/{id}/portions", async context =>
        {
            var (caller, id) = (admission.Admit(context), IdOf(context));
            BackgroundAccess.Check(await operations.FindAsync(id, context.RequestAborted), id, caller);
            BackgroundJson.Write(context, 200, new ConnectorRecord { { "portions", await operations.ReadPortionsAsync(id, context.RequestAborted) } }, caller);
        }).Described("ListBackgroundPortions", "Background", "Shows which portions of an operation are done, with their results; also of one that was lost.").Answers<PortionList>().Fails(401, 404, 429);

        app.MapGet("/api/v1/background/{id}/messages", context => MessagesAsync(context, remove: false))
            .Described("ListBackgroundMessages", "Background", "Lists the messages an operation has told so far.").Answers<MessageList>().Fails(401, 404, 429);

        app.MapDelete("/api/v1/background/{id}/messages", context => MessagesAsync(context, remove: true))
            .Described("TakeBackgroundMessages", "Background", "Gives the messages an operation has told so far and removes them.").Answers<MessageList>().Fails(401, 404, 429);

        app.MapPost("/api/v1/background/{id}/cancel", async context =>
        {
            var (caller, id) = (admission.Admit(context), IdOf(context));
            var operation = BackgroundAccess.Check(await operations.FindAsync(id, context.RequestAborted), id, caller);
            var by = operation.Owner == BackgroundAccess.OwnerOf(caller) ? CancelledBy.Owner : CancelledBy.Administrator;
            BackgroundJson.Write(context, 200, BackgroundJson.RecordOf(await operations.CancelAsync(id, by, context.RequestAborted) ?? operation, caller), caller);
        }).Described("CancelBackground", "Background", "Asks an operation to stop. It stops at its next safe point; look at it again for its end.").Answers<BackgroundBody>().Fails(401, 404, 429);

        async Task MessagesAsync(HttpContext context, bool remove)
        {
            var (caller, id) = (admission.Admit(context), IdOf(context));
            BackgroundAccess.Check(await operations.FindAsync(id, context.RequestAborted), id, caller);
            var messages = await operations.ReadMessagesAsync(id, remove, context.RequestAborted);
            BackgroundJson.Write(context, 200, new ConnectorRecord { { "messages", messages.Select(NotificationContent.RecordOf).ToList<object?>() } }, caller);
        }
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static TimeSpan WaitOf(HttpRequest request) => ApiQuery.Text(request, "wait") switch
    {
        null => TimeSpan.Zero,
        var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxWait => TimeSpan.FromSeconds((double)seconds),
        _ => throw new ApiException(ApiError.Invalid($"wait takes a number of seconds from 0 to {MaxWait}.", $"wait — число секунд от 0 до {MaxWait}.")),
    };

    private static BackgroundQuery QueryOf(HttpRequest request, ApiCaller caller)
    {
        var all = ApiQuery.Flag(request, "all") == true;
        if (all && !BackgroundAccess.IsAdministrator(caller)) throw new ApiException(ApiError.ForbiddenHere);
        return new BackgroundQuery(ApiQuery.Limit(request, DefaultLimit, MaxLimit))
        {
            Owner = all ? null : BackgroundAccess.OwnerOf(caller),
            State = StateOf(ApiQuery.Text(request, "state")),
            Key = ApiQuery.Text(request, "key"),
            Call = ApiQuery.Text(request, "call"),
            Title = ApiQuery.Text(request, "title"),
            StartedFrom = ApiQuery.Moment(request, "startedFrom"),
            StartedBefore = ApiQuery.Moment(request, "startedBefore"),
            EndedFrom = ApiQuery.Moment(request, "endedFrom"),
            EndedBefore = ApiQuery.Moment(request, "endedBefore"),
            Before = ApiQuery.Text(request, "before"),
        };
    }

    private static BackgroundState? StateOf(string? text)
    {
        if (text is null) return null;
        var known = string.Join(", ", Enum.GetNames<BackgroundState>());
        return Enum.TryParse<BackgroundState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state)
            ? state
            : throw new ApiException(ApiError.Invalid($"state takes {known}; '{text}' is none of them.", $"state — одно из: {known}; «{text}» не подходит."));
    }
}
