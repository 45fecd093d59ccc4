using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Connectors.Exchange;

/// <summary>The signals of this room: one source of activities, one meter, both called <see cref="Name"/>.</summary>
internal static class ExchangeSignals
{
    public const string Name = "Connectors.Exchange";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("exchange.steps", "{step}", "Steps of messages, by connector, event and stage.");
    private static readonly Histogram<double> Calls = Meter.CreateHistogram<double>("exchange.call.duration", "s", "How long calls of adapters took, by connector and method.");

    public static Activity? Begin(string connectorId, string what) => Activities.StartActivity(what)?.SetTag("connector", connectorId);

    public static void Count(string connectorId, Moved moved) =>
        Steps.Add(1, new TagList { { "connector", connectorId }, { "event", moved.Step.Event.ToString() }, { "stage", moved.Message.Stage.ToString() } });

    public static void Record(string connectorId, string method, TimeSpan elapsed) => Calls.Record(elapsed.TotalSeconds, new TagList { { "connector", connectorId }, { "method", method } });
}
