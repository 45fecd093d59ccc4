using Emulators.Faults;

namespace Integration.Tests.Transport;

/// <summary>The failure matrix itself. Unsafe calls leave at most once; of safe and keyed ones two repeats are allowed by the settings.</summary>
internal static class MatrixRows
{
    public static IReadOnlyList<MatrixRow> All { get; } =
    [
        // Proven not sent: nobody is in doubt, and nothing reached the other side.
        new(Fault.Refuse, "Safe", "Unavailable", true, false, 0),
        new(Fault.Refuse, "Keyed", "Unavailable", true, false, 0),
        new(Fault.Refuse, "Unsafe", "Unavailable", true, false, 0),
        new(Fault.BlackHole, "Safe", "Unavailable", true, false, 0),
        new(Fault.BlackHole, "Keyed", "Unavailable", true, false, 0),
        new(Fault.BlackHole, "Unsafe", "Unavailable", true, false, 0),
        new(Fault.ExpiredTls, "Safe", "Unavailable", false, false, 0),
        new(Fault.ExpiredTls, "Keyed", "Unavailable", false, false, 0),
        new(Fault.ExpiredTls, "Unsafe", "Unavailable", false, false, 0),

        // No answer within the limit of the call, which is over then.
        new(Fault.Silent, "Safe", "Timeout", true, false, 1),
        new(Fault.Silent, "Keyed", "Timeout", false, true, 1),
        new(Fault.Silent, "Unsafe", "Timeout", false, true, 1),
        new(Fault.Slow, "Safe", "Timeout", true, false, 1),
        new(Fault.Slow, "Keyed", "Timeout", false, true, 1),
        new(Fault.Slow, "Unsafe", "Timeout", false, true, 1),

        // The connection ends after the request left.
        new(Fault.Reset, "Safe", "Unavailable", true, false, 3),
        new(Fault.Reset, "Keyed", "Unavailable", false, true, 3),
        new(Fault.Reset, "Unsafe", "Unavailable", false, true, 1),
        new(Fault.Half, "Safe", "Unavailable", true, false, 3),
        new(Fault.Half, "Keyed", "Unavailable", false, true, 3),
        new(Fault.Half, "Unsafe", "Unavailable", false, true, 1),

        // A gateway in place of the system.
        new(Fault.Unavailable503, "Safe", "Unavailable", true, false, 3),
        new(Fault.Unavailable503, "Keyed", "Unavailable", false, true, 3),
        new(Fault.Unavailable503, "Unsafe", "Unavailable", false, true, 1),

        // The date is beyond the longest pause of the settings: it is told and not waited for.
        new(Fault.TooMany429, "Safe", "Unavailable", true, false, 1),
        new(Fault.TooMany429, "Keyed", "Unavailable", true, false, 1),
        new(Fault.TooMany429, "Unsafe", "Unavailable", true, false, 1),

        // The system broke, and its page does not tell how far it got.
        new(Fault.Error500, "Safe", "Rejected", false, false, 1),
        new(Fault.Error500, "Keyed", "Rejected", false, true, 1),
        new(Fault.Error500, "Unsafe", "Rejected", false, true, 1),
        new(Fault.Endless, "Safe", "TooLarge", false, false, 1),
        new(Fault.Endless, "Keyed", "TooLarge", false, true, 1),
        new(Fault.Endless, "Unsafe", "TooLarge", false, true, 1),
        new(Fault.Ring, "Safe", "Rejected", false, false, 2),
        new(Fault.Ring, "Keyed", "Rejected", false, true, 2),
        new(Fault.Ring, "Unsafe", "Rejected", false, true, 1),
    ];
}
