using Microsoft.AspNetCore.Http;

namespace Emulators.OneC;

/// <summary>The road of a request: web server, user, session, service.</summary>
internal sealed class OneCPipeline
{
    private readonly OneCBase owner;
    private readonly (string Prefix, SessionPool Pool, Func<OneCRequest, Task<OneCReply>> Handle)[] services;

    public OneCPipeline(OneCBase owner)
    {
        this.owner = owner;
        var options = owner.Options;
        SessionPool Pool(SessionOptions sessions) => new(sessions, options, owner.Sessions);
        services =
        [
            ("hs/conn/", Pool(options.HttpServices), new ConnService(owner).HandleAsync),
            ("hs/exchange_dsl_1_0_0_1/", Pool(new SessionOptions { Reuse = SessionReuse.AutoUse }), new ExchangeService(owner).HandleAsync),
            ("ws/", Pool(options.WebServices), new SoapEndpoint(owner).HandleAsync),
            ("odata/standard.odata", Pool(options.OData), new ODataEndpoint(owner).HandleAsync),
        ];
    }

    public void EndSessions()
    {
        foreach (var service in services) service.Pool.EndAll();
    }

    public async Task HandleAsync(HttpContext context)
    {
        owner.Requests.Begin();
        try
        {
            var (request, early) = await RequestReader.ReadAsync(context, owner.Options);
            if (request.Path.StartsWith(Control.Prefix, StringComparison.Ordinal))
            {
                await ReplyWriter.WriteAsync(context, Control.Handle(request, owner));
                return;
            }

            owner.Requests.Add(request);
            var fault = owner.Faults.Take(request.Path);
            if (fault == FaultKind.BreakBefore)
            {
                context.Abort();
                return;
            }

            var reply = early ?? (fault is { } kind ? FaultReplies.Of(kind, owner.Options) : null) ?? await ServeAsync(request, context.RequestAborted);
            request.Status = reply.Status;
            if (fault == FaultKind.BreakAfter) context.Abort();
            else if (fault == FaultKind.Cut) await ReplyWriter.WriteHalfAsync(context, reply);
            else await ReplyWriter.WriteAsync(context, reply);
        }
        finally
        {
            owner.Requests.End();
        }
    }

    private async Task<OneCReply> ServeAsync(OneCRequest request, CancellationToken cancellationToken)
    {
        if (Credentials.UserOf(request, owner.Options) is not { } user) return ExtensionErrors.Unauthorized();
        if (Array.Find(services, one => request.Path.StartsWith(one.Prefix, StringComparison.Ordinal)) is not { Prefix: not null } service) return ExtensionErrors.Page(404);
        var isOData = service.Prefix.StartsWith("odata", StringComparison.Ordinal);
        if (user == OneCOptions.NoRightsUser)
        {
            return isOData ? ODataErrors.Reply(new ODataException(20, "Нарушение прав доступа") { Status = 401 }, ODataErrors.WantsXml(request, owner.Options)) : ExtensionErrors.Page(403);
        }

        request.User = user;
        foreach (var one in services) one.Pool.EndIdle();
        var ask = SessionHeaders.Read(request, user);
        if (ask is null) return ExtensionErrors.Exception(400, "Неверное значение заголовка IBSession");
        var grant = await service.Pool.TakeAsync(ask.Value, cancellationToken);
        if (grant.Refusal is { } refusal) return refusal;
        request.SessionId = grant.Session!.Id;
        try
        {
            var reply = await service.Handle(request);
            return grant.IsNew ? reply.With("Set-Cookie", $"{SessionHeaders.Cookie}={grant.Session.Id}; Path=/{owner.Options.BaseName}; HttpOnly") : reply;
        }
        finally
        {
            service.Pool.Return(grant);
        }
    }
}
