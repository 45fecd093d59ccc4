using System.Text.Json.Nodes;
using UtmAgent;

AgentOptions options;
try
{
    options = AgentOptions.Parse(args, Environment.GetEnvironmentVariable);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine($"{mistake.Message}\n{AgentOptions.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The message under way is finished and reported; then the agent ends.
    pressed.Cancel = true;
    stop.Cancel();
};
// A connection for each request: on an old one the client itself might repeat what must leave once.
using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(3), PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromMinutes(5) };
var server = new ServerCalls(options, http, TimeProvider.System);
var handed = new HashSet<string>();
var failed = false;
do
{
    try
    {
        failed = false;
        var settings = await server.CallAsync("GetExchangeSettings", new JsonObject { ["workplace"] = options.Workplace }, stop.Token);
        foreach (var (fsrarId, own) in settings["onClient"]!.AsObject().ToList()) failed |= !await ServeAsync(fsrarId, own!.AsObject());
        if (options.Every is { } pause) await Task.Delay(pause, TimeProvider.System, stop.Token);
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        break;
    }
    catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException or IOException or TaskCanceledException)
    {
        failed = true;
        Console.Error.WriteLine(problem.Message);
        if (options.Every is { } pause) await Task.Delay(pause, TimeProvider.System, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
while (options.Every is not null && !stop.IsCancellationRequested);
return failed ? 1 : 0;

// One organisation; its failure must not stop the others.
async Task<bool> ServeAsync(string fsrarId, JsonObject own)
{
    var utm = new UtmCalls(new Uri($"http://{(string?)own["host"]}:{(int?)own["port"]}/"), http);
    try
    {
        await SendAsync(fsrarId, utm);
        if ((bool?)own["loadIncoming"] == true) await ReceiveAsync(fsrarId, utm);
        return true;
    }
    catch (Exception problem) when (!stop.IsCancellationRequested && problem is HttpRequestException or InvalidOperationException or IOException or TaskCanceledException or System.Xml.XmlException)
    {
        Console.Error.WriteLine($"{fsrarId}: {problem.Message}");
        return false;
    }
}

// Each message is posted once, while its lease lasts, and its answer is brought at once. What is left over is not reported: the server finds out.
async Task SendAsync(string fsrarId, UtmCalls utm)
{
    // Not broken off: of what the server has handed out it must be told.
    stop.Token.ThrowIfCancellationRequested();
    var report = await server.CallAsync("RunExchange", new JsonObject { ["organisations"] = fsrarId, ["workplace"] = options.Workplace, ["handOut"] = true }, CancellationToken.None);
    foreach (var message in report["outgoingXml"]!.AsArray().Select(one => one!.AsObject()))
    {
        // Nothing of it has left: said so, it is handed out again at once.
        var late = stop.IsCancellationRequested || ServerCalls.Moment(message["leaseUntilUtc"]) <= TimeProvider.System.GetUtcNow().AddMinutes(1);
        var result = late ? new JsonObject { ["httpStatus"] = 0, ["notSent"] = true, ["transportError"] = "The agent was stopped, or was too late." } : await utm.PostAsync((string)message["requestPath"]!, (string)message["xml"]!);
        result["messageId"] = (string)message["messageId"]!;
        result["attempt"] = (long)message["attempt"]!;
        var completed = await server.CallAsync("CompleteTransfer", new JsonObject { ["results"] = new JsonArray(result.DeepClone()) }, CancellationToken.None);
        Console.WriteLine($"{fsrarId} {(string)message["requestPath"]!}: {((string?)completed["errorText"] is { Length: > 0 } text ? text : "передано")}");
    }
}

// What was handed over is kept by the server; it is handed over again only by another start of the agent.
async Task ReceiveAsync(string fsrarId, UtmCalls utm)
{
    var epoch = await utm.EpochAsync(stop.Token);
    foreach (var slice in (await utm.ListAsync(stop.Token)).Where(entry => !handed.Contains($"{fsrarId}{epoch}{entry.Path}")).Chunk(20))
    {
        var documents = new JsonArray();
        foreach (var (path, replyId) in slice)
        {
            if (await utm.ReadAsync(path, stop.Token) is { } xml) documents.Add(new JsonObject { ["fsrarId"] = fsrarId, ["url"] = path, ["replyId"] = replyId, ["epoch"] = epoch, ["xml"] = xml });
        }

        if (documents.Count == 0) continue;
        var taken = await server.CallAsync("ProcessIncoming", new JsonObject { ["documents"] = documents }, stop.Token);
        foreach (var path in taken["stored"]!.AsArray()) handed.Add($"{fsrarId}{epoch}{(string)path!}");
        var gone = new JsonArray();
        foreach (var one in taken["utmUrls"]!.AsArray())
        {
            if (await utm.DeleteAsync((string)one!["url"]!, stop.Token)) gone.Add(new JsonObject { ["fsrarId"] = fsrarId, ["url"] = (string)one["url"]!, ["deleted"] = true });
        }

        if (gone.Count > 0) await server.CallAsync("DeleteIncoming", new JsonObject { ["documents"] = gone }, CancellationToken.None);
        Console.WriteLine($"{fsrarId}: {documents.Count} received, {gone.Count} removed");
    }
}
