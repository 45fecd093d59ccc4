using Microsoft.AspNetCore.Http;

namespace Emulators.ChestnyZnak;

/// <summary>What faults do to a connection.</summary>
internal static class FaultActs
{
    public static bool IsBefore(FaultKind kind) => kind is FaultKind.Refuse or FaultKind.Hang or FaultKind.ResetBefore or FaultKind.Status;

    /// <summary>The request lies in a queue of the other side: it will be handled, also when nobody waits any more.</summary>
    public static Task WaitAsync(ChestnyZnakOptions options, Fault? fault) =>
        fault?.Kind == FaultKind.SlowBefore ? Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds ?? 1000), options.Clock) : Task.CompletedTask;

    public static async Task BeforeAsync(HttpContext context, ChestnyZnakEmulator emulator, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Status:
                await ReplyWriter.WriteAsync(context, fault.Body == FaultBody.Echo ? FaultReplies.Echo(fault, context.Request.Headers, emulator.Judge.HandedOut()) : FaultReplies.Of(fault));
                break;
            case FaultKind.Hang:
                await HangAsync(context, emulator.Options);
                break;
            case FaultKind.Refuse:
                ReplyWriter.Reset(context);
                _ = Task.Run(() => emulator.RefuseForAsync(TimeSpan.FromMilliseconds(fault.Milliseconds ?? 1000)), CancellationToken.None);
                break;
            default:
                ReplyWriter.Reset(context);
                break;
        }
    }

    public static async Task AfterAsync(HttpContext context, ChestnyZnakOptions options, Fault? fault, Reply reply)
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
            case FaultKind.WrongType:
                await ReplyWriter.WriteAsync(context, reply with { ContentType = "text/html;charset=UTF-8" });
                break;
            case FaultKind.StatusAfter:
                await ReplyWriter.WriteAsync(context, FaultReplies.Of(fault));
                break;
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds ?? 1000), options.Clock, context.RequestAborted);
                await ReplyWriter.WriteAsync(context, reply);
                break;
            case FaultKind.Drip:
                await ReplyWriter.DripAsync(context, reply, TimeSpan.FromMilliseconds(fault.Milliseconds ?? 1000), options.Clock);
                break;
            default:
                await ReplyWriter.WriteAsync(context, reply);
                break;
        }
    }

    private static async Task HangAsync(HttpContext context, ChestnyZnakOptions options)
    {
        await Task.Delay(options.HangTime, options.Clock, context.RequestAborted);
        context.Abort();
    }
}
