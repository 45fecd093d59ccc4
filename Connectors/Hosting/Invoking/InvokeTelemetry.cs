using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>What is told of every call: an activity, a duration, a log line.</summary>
internal sealed class InvokeTelemetry(TimeProvider time, ILogger<InvokeTelemetry> log) : IDisposable
{
    public const string Name = "Connectors.Hosting";

    private static readonly ActivitySource Source = new(Name);
    private readonly Meter meter = new(Name);
    private Histogram<double>? duration;

    private Histogram<double> Duration =>
        duration ??= meter.CreateHistogram<double>("connectors.invoke.duration", "s", "Duration of a call, from the invoker's taking it to its answer.");

    public Scope Begin(InvokeArgs args)
    {
        var activity = Source.StartActivity("invoke", ActivityKind.Internal);
        if (activity is not null)
        {
            activity.SetTag("connector", args.ConnectorId);
            activity.SetTag("class", args.ClassName);
            activity.SetTag("method", args.MethodName);
            activity.SetTag("request.id", args.CorrelationId);
        }

        // A call that comes ahead of its moment counts from there.
        return new Scope(Math.Max(time.GetTimestamp(), args.NotBefore), activity);
    }

    public void End(Scope scope, InvokeArgs args, InvokeResult result)
    {
        var ended = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(Math.Min(scope.Started, ended), ended);
        var code = result.Error?.Code.ToString() ?? "Ok";
        scope.Activity?.SetTag("code", code).Dispose();
        if (Duration.Enabled)
        {
            Duration.Record(elapsed.TotalSeconds, new("connector", args.ConnectorId), new("class", args.ClassName), new("method", args.MethodName), new KeyValuePair<string, object?>("code", code));
        }

        var call = args.ClassName.Length == 0 ? args.MethodName : $"{args.ClassName}.{args.MethodName}";
        if (result.Error is { } error) log.CallFailed(args.ConnectorId, call, Coded(error), elapsed.TotalMilliseconds, args.Caller.Origin, Who(args), args.CorrelationId ?? "-", Told(error));
        else log.CallEnded(args.ConnectorId, call, elapsed.TotalMilliseconds, args.Caller.Origin, Who(args), args.CorrelationId ?? "-");
    }

    private static string Who(InvokeArgs args) => args.Caller.DeviceId ?? args.Caller.Source ?? "-";

    // An undeclared failure was already logged with its stack, where it left the connector.
    private static string Told(ConnectorError error) => error.Code == ConnectorErrorCode.Failed ? error.Message : error.Detail ?? error.Message;

    private static string Coded(ConnectorError error) => error.Reason is null ? error.Code.ToString() : $"{error.Code}/{error.Reason}";

    public void Dispose() => meter.Dispose();

    internal readonly record struct Scope(long Started, Activity? Activity);
}
