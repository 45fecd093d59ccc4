using System.Globalization;
using System.Text;

namespace Benchmarks.Egais;

/// <summary>A small server with an out-box as the transport module has it: a list, documents that are made when they are asked for, and their removal.</summary>
internal sealed class OutBox : IAsyncDisposable
{
    private const string Info = $$$"""{"version":"4.2.0","ownerId":"{{{BoxFilling.Organisation}}}","db":{"createDate":"2026-01-01 00:00:00.0","ownerId":"{{{BoxFilling.Organisation}}}"}}""";
    private readonly Lock gate = new();
    private readonly SortedSet<int> numbers = [];
    private readonly WebApplication app;
    private int filled;

    private OutBox(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public int Left
    {
        get
        {
            lock (gate) return numbers.Count;
        }
    }

    public static async Task<OutBox> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var box = new OutBox(app);
        app.UseRouting();
        app.MapGet("/opt/out", box.ListAsync);
        app.MapGet("/api/info/list", context => context.Response.WriteAsync(Info));
        app.MapGet("/opt/out/{type}/{number}", box.ReadAsync);
        app.MapDelete("/opt/out/{type}/{number}", box.DeleteAsync);
        app.UseEndpoints(_ => { });
        await app.StartAsync();
        return box;
    }

    /// <summary>Puts new documents in, under numbers that were never used.</summary>
    /// <returns>The first group of five, and how many there are.</returns>
    public (int FirstGroup, int Groups) Fill(int entries)
    {
        lock (gate)
        {
            numbers.Clear();
            var (first, groups) = (filled, entries / BoxFilling.OfGroup);
            filled += groups;
            for (var number = first * BoxFilling.OfGroup; number < filled * BoxFilling.OfGroup; number++) numbers.Add(number);
            return (first, groups);
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ListAsync(HttpContext context)
    {
        int[] listed;
        lock (gate) listed = [.. numbers];
        context.Response.ContentType = "text/xml";
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(false));
        await text.WriteAsync("<A>");
        foreach (var number in listed)
        {
            var reply = BoxFilling.RequestOf(number) is { } request ? $" replyId=\"{request}\"" : "";
            await text.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<url{reply}>http://UTMHOST:8080/opt/out/{BoxFilling.TypeOf(number)}/{number}</url>"));
        }

        await text.WriteAsync("<ver>2</ver></A>");
    }

    private async Task ReadAsync(HttpContext context)
    {
        var number = NumberOf(context);
        bool isThere;
        lock (gate) isThere = numbers.Contains(number);
        if (!isThere)
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = "text/xml";
        await context.Response.Body.WriteAsync(BoxFilling.DocumentOf(number));
    }

    private Task DeleteAsync(HttpContext context)
    {
        lock (gate) numbers.Remove(NumberOf(context));
        return Task.CompletedTask;
    }

    private static int NumberOf(HttpContext context) => int.Parse((string)context.Request.RouteValues["number"]!, CultureInfo.InvariantCulture);
}
