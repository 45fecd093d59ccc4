using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>The id the log tells of a call under: what its caller was answered with.</summary>
internal static class CallTrace
{
    public static string TraceOf(this InvokeArgs args) => args.RequestId ?? args.Caller.TraceId ?? "-";
}
