using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>How long a call's run of the exchange may last, and who asked for it.</summary>
internal static class CallRun
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(240);

    // What the call needs beside: reading arguments, writing the result.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    public static ExchangeRun Of(InvokeArgs args, TimeSpan most)
    {
        var left = args.Deadline is { } deadline ? deadline - Kept : Usual;
        var budget = left < most ? left : most;
        return new ExchangeRun { Budget = budget > TimeSpan.FromSeconds(1) ? budget < Longest ? budget : Longest : TimeSpan.FromSeconds(1), User = UserOf(args) };
    }

    public static string? UserOf(InvokeArgs args) => args.Caller.UserId ?? args.Caller.DeviceId ?? args.Caller.Source;
}
