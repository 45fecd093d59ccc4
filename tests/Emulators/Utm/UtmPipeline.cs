using Microsoft.AspNetCore.Http;

namespace Emulators.Utm;

/// <summary>The road of a request: fault, form, method, state file, answer.</summary>
internal sealed class UtmPipeline(UtmHost host)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await ServeAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; what was handled stays handled.
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = await UtmRequest.ReadAsync(context);
        if (request.Segment(0) == Control.Prefix)
        {
            context.Response.OnCompleted(() => Control.AfterAsync(host, request));
            await ReplyWriter.WriteAsync(context, Control.Handle(host, request));
            return;
        }

        var fault = host.Faults.Take(request.Endpoint);
        host.Emulator.Judge.Count(host.FsrarId, request.Endpoint);
        if (fault is { } early && FaultActs.IsBefore(early.Kind))
        {
            await FaultActs.BeforeAsync(context, host, early);
            return;
        }

        await FaultActs.WaitAsync(host.Emulator.Options, fault);
        if (request.Is("GET", "info", "certificate", "RSA")) context.Response.Headers.Location = new Uri(host.Address, "home").ToString();
        var (xml, wrong) = request.Verb == "POST" ? await FormAsync(request) : ([], null);
        var reply = host.Emulator.World.Once(() => Serve(request, xml, wrong));
        await FaultActs.AfterAsync(context, host.Emulator.Options, fault, reply);
    }

    private static async Task<(byte[] Xml, string? Wrong)> FormAsync(UtmRequest request)
    {
        try
        {
            return (await MultipartForm.ReadAsync(request.ContentType, request.Body), null);
        }
        catch (SchemaException refused)
        {
            return ([], refused.Message);
        }
    }

    private Reply Serve(UtmRequest request, byte[] xml, string? wrong) => (request.Verb, request.Segment(0), request.Segment(1), request.Length) switch
    {
        ("POST", "opt", "in", 3) => InBox.Post(host, request.Segment(2), xml, wrong),
        ("GET", "opt", "in", 2) => InBox.List(host),
        ("GET", "opt", "in", 3) when request.Segment(2) == "state" => InBox.States(host),
        ("DELETE", "opt", "in", 3 or 4) => InBox.Withdraw(host, request.Segment(request.Length - 1)),
        ("GET", "opt", "out", 2 or 3) => OutBox.List(host, request),
        ("GET", "opt", "out", 4) => OutBox.Read(host, request),
        ("DELETE", "opt", "out", 4) => OutBox.Remove(host, request),
        ("POST", "xml", _, 1) => Cheques.Post(host, xml, wrong),
        ("GET", _, _, _) => Tell(request),
        _ => Answers.NotFound(),
    };

    private Reply Tell(UtmRequest request) => string.Join('/', Enumerable.Range(0, request.Length).Select(request.Segment)) switch
    {
        "" or "home" => Diagnostics.Home(host),
        "diagnosis" => Diagnostics.Diagnosis(host),
        "info/version" => Reply.Text(host.Conditions.Version),
        "info/certificate/RSA" => Reply.Empty(302),
        "api/info/list" => Diagnostics.Information(host),
        "api/rsa" => Diagnostics.Places(host),
        "api/rsa/orginfo" => Diagnostics.Holder(host, "rsa"),
        "api/gost/orginfo" => Diagnostics.Holder(host, "gost"),
        "api/certificate/list" => Diagnostics.Certificates(host),
        "api/db/out/list" => Diagnostics.Rows(host, isOut: true),
        "api/db/in/list" => Diagnostics.Rows(host, isOut: false),
        "api/mark/check" => Diagnostics.MarkCheck(host, request.Ask("code")),
        _ => Answers.NotFound(),
    };
}
