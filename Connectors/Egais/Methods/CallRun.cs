using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>How long a call's run of the exchange may last, and who asked for it.</summary>
internal static class CallRun
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(240);

    // What the call needs beside: reading arguments, writing the result.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    public static ExchangeRun Of(InvokeArgs args, TimeSpan most)
    {
        var left = args.Deadline is { } deadline ? deadline - Kept : Usual;
        var budget = left < most ? left : most;
        return new ExchangeRun { Budget = budget > Shortest ? budget < Longest ? budget : Longest : Shortest, User = UserOf(args) };
    }

    /// <summary>Whether messages are handed out to the caller. Nobody would transmit what a job, an event or the panel is given; who serves no UTM says so.</summary>
    public static bool HandsOut(InvokeArgs args, bool? asked) => asked ?? args.Caller.Origin is CallOrigin.Device or CallOrigin.Connector;

    public static string? UserOf(InvokeArgs args) => args.Caller.UserId ?? args.Caller.DeviceId ?? args.Caller.Source;
}
