using System.Globalization;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Long operations of our HTTP service: follows them to their end and passes on what they tell.</summary>
internal sealed class OneCOperations(OneCTransport transport, TimeProvider time)
{
    private readonly OneCWaiting waiting = new(transport, time);

    /// <summary>Waits for an operation that an answer speaks of.</summary>
    /// <returns>The answer that has its result.</returns>
    public async Task<JObject> WaitAsync(OneCCall call, OneCServiceCall asked, JObject operation, OneCAnswer answer, CancellationToken cancellationToken)
    {
        if (Text(operation["id"]) is not { Length: > 0 } id) throw OneCJson.Strange(answer, "the operation has no id", "у операции нет id");
        if (StateOf(operation) is { IsActive: false } ended && answer.Status != 202) return ended.IsCompleted ? (JObject)operation.Root : throw OneCOperationErrors.Ended(id, ended, asked.Safety, transport.Target);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var address = OneCAddress.Below(transport.Options.ServicePath, transport.Options.Version, "operations", id);
        var work = new OneCWork<JObject>(id, asked.Safety, OneCPoll.Own(), token => LookAsync(call, address, told, token))
        {
            Cancel = token => transport.SendAsync(new OneCRequest("DELETE", address) { Call = call }, token),
        };
        return await waiting.UntilEndAsync(work, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(OneCState State, JObject Seen)?> LookAsync(OneCCall call, string address, HashSet<string> told, CancellationToken cancellationToken)
    {
        // The caller's waiting time is not the operation's: it may have gone long before.
        var answer = await transport.SendAsync(new OneCRequest("GET", address), cancellationToken).ConfigureAwait(false);
        if (OneCJson.Read(answer) is not JObject seen || seen["operation"] is not JObject operation) throw OneCJson.Strange(answer, "it tells no operation", "в нём нет operation");
        Tell(call, operation, told);
        return (StateOf(operation), seen);
    }

    private static void Tell(OneCCall call, JObject operation, HashSet<string> told)
    {
        var feedback = call.Args.Feedback;
        if (operation["messages"] is JArray messages)
        {
            foreach (var message in messages.Select((text, at) => (Key: $"{at} {text}", Text: Text(text))).Where(message => message.Text is { Length: > 0 } && told.Add(message.Key)))
            {
                feedback.Tell(new UserMessage(message.Text!));
            }
        }

        if (operation["progress"] is not JObject progress) return;
        var percent = int.TryParse(Text(progress["percent"]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 100) : (int?)null;
        var line = Text(progress["text"]) ?? "";
        if (told.Add($"progress {percent} {line}")) feedback.ReportProgress(percent, line);
    }

    private static OneCState StateOf(JObject operation) => new(Text(operation["state"]) ?? "", Text(operation["message"]) ?? "");

    private static string? Text(JToken? token) => token is JValue { Value: not null } value ? value.ToString(CultureInfo.InvariantCulture) : null;
}
