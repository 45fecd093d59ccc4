using Emulators.Faults;

namespace Integration.Tests.Transport;

/// <summary>
/// Where 1C is told of in words of its own: a 500 with a page is 1C or its web server broken down, not a refusal, and a reading one is
/// repeated once; a keyed call in doubt may be made again by the caller, under the same id.
/// </summary>
internal static class OneCRows
{
    public static IReadOnlyList<MatrixRow> All { get; } =
    [
        new(Fault.Unavailable503, "Keyed", "Unavailable", true, true, 3),
        new(Fault.Error500, "Safe", "Failed", true, false, 2),
        new(Fault.Error500, "Keyed", "Failed", true, true, 1),
        new(Fault.Error500, "Unsafe", "Failed", false, true, 1),
    ];
}
