using Microsoft.AspNetCore.Http;

namespace Emulators.Utm;

/// <summary>What faults do to a connection.</summary>
internal static class FaultActs
{
    private const string Page = "<html><head><title>Apache Tomcat</title></head><body><h1>УТМ запускается</h1></body></html>";

    public static bool IsBefore(FaultKind kind) => kind is FaultKind.Refuse or FaultKind.Hang or FaultKind.ResetBefore or FaultKind.Status or FaultKind.Error or FaultKind.Html;

    public static Task WaitAsync(UtmOptions options, Fault? fault) =>
        fault?.Kind == FaultKind.SlowBefore ? Task.Delay(Time(fault), options.Clock) : Task.CompletedTask;

    public static async Task BeforeAsync(HttpContext context, UtmHost host, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Status:
                await ReplyWriter.WriteAsync(context, Reply.Empty(Status(fault, 500)));
                break;
            case FaultKind.Error:
                await ReplyWriter.WriteAsync(context, Answers.Error(fault.Text, Status(fault, 500)));
                break;
            case FaultKind.Html:
                await ReplyWriter.WriteAsync(context, Reply.Text(Page, Status(fault, 200), "text/html;charset=UTF-8"));
                break;
            case FaultKind.Hang:
                await HangAsync(context, host.Emulator.Options);
                break;
            case FaultKind.Refuse:
                ReplyWriter.Reset(context);
                _ = Task.Run(() => host.RefuseForAsync(Time(fault)), CancellationToken.None);
                break;
            default:
                ReplyWriter.Reset(context);
                break;
        }
    }

    public static async Task AfterAsync(HttpContext context, UtmOptions options, Fault? fault, Reply reply)
    {
        switch (fault?.Kind)
        {
            case FaultKind.ResetAfter:
                ReplyWriter.Reset(context);
                break;
            case FaultKind.HangAfter:
                await HangAsync(context, options);
                break;
            case FaultKind.HalfBody:
                await ReplyWriter.WriteHalfAsync(context, reply);
                break;
            case FaultKind.StatusAfter:
                await ReplyWriter.WriteAsync(context, Reply.Empty(Status(fault, 500)));
                break;
            case FaultKind.NothingSaid:
                await ReplyWriter.WriteAsync(context, Answers.Nothing());
                break;
            case FaultKind.Slow:
                await Task.Delay(Time(fault), options.Clock, context.RequestAborted);
                await ReplyWriter.WriteAsync(context, reply);
                break;
            default:
                await ReplyWriter.WriteAsync(context, reply);
                break;
        }
    }

    private static int Status(Fault fault, int usual) => fault.Status == 0 ? usual : fault.Status;

    private static TimeSpan Time(Fault fault) => TimeSpan.FromMilliseconds(fault.Milliseconds ?? 1000);

    private static async Task HangAsync(HttpContext context, UtmOptions options)
    {
        await Task.Delay(options.HangTime, options.Clock, context.RequestAborted);
        context.Abort();
    }
}
