namespace Faults.Judge;

/// <summary>Judges an exchange with UTMs: nothing was sent twice, nothing removed before it was kept, nothing is stuck, and every document ended where the registry has it.</summary>
internal static class EgaisJudge
{
    private static readonly string[] Final = ["Done", "DonePartly", "Rejected", "Reversed", "Cancelled"];
    private static readonly string[] ForPeople = ["Parked", "Uncertain"];
    private static readonly string[] Through = ["Handled", "Acknowledged"];

    /// <returns>What UTMs took more than once. A document that is sent again after an error has another identifier.</returns>
    public static IReadOnlyList<string> Doubles(IEnumerable<TakenDocument> taken) =>
        [.. taken.Where(one => !one.IsQuestion).GroupBy(one => (one.FsrarId, one.Element, What: one.Identity.Length > 0 ? one.Identity : one.Hash)).Where(same => same.Count() > 1)
            .Select(same => $"{same.First()} was taken {same.Count()} times: {string.Join(", ", same.Select(one => one.RequestId))}")];

    /// <returns>What is wrong between messages and what UTMs took.</returns>
    public static IReadOnlyList<string> Messages(IEnumerable<LocalMessage> messages, IReadOnlyList<TakenDocument> taken)
    {
        var there = taken.GroupBy(one => (one.FsrarId, one.RequestId)).ToDictionary(same => same.Key, same => same.First());
        return [.. messages.SelectMany(message => Message(message, there))];
    }

    /// <returns>What UTMs took of nobody's sending.</returns>
    public static IReadOnlyList<string> Strangers(IEnumerable<LocalMessage> messages, IEnumerable<TakenDocument> taken)
    {
        var known = messages.Where(message => message.RequestId is not null).Select(message => (message.Organisation, message.RequestId!)).ToHashSet();
        return [.. taken.Where(one => !one.IsQuestion && !known.Contains((one.FsrarId, one.RequestId))).Select(one => $"{one} was taken and is in no message")];
    }

    /// <returns>Removals of what the server had not kept and handled.</returns>
    public static IReadOnlyList<string> Removals(IEnumerable<RemovedEntry> removed, IEnumerable<KeptEntry> kept)
    {
        var held = kept.ToDictionary(one => (one.FsrarId, one.Path));
        return [.. removed.Select(one => held.TryGetValue((one.FsrarId, one.Path), out var entry) ? Removal(one, entry) : $"{one.FsrarId} {one.Path} was removed and never kept").OfType<string>()];
    }

    /// <returns>Where a story ended elsewhere than it had to.</returns>
    public static IReadOnlyList<string> Ends(string name, EgaisEnd wanted, EgaisEnd found) =>
    [
        .. Differs(name, "the shipper's waybill", wanted.Shipped, found.Shipped), .. Differs(name, "the consignee's waybill", wanted.Received, found.Received), .. Differs(name, "the registry's waybill", wanted.Waybill, found.Waybill),
        .. Differs(name, "the write-off", wanted.WriteOff, found.WriteOff), .. Differs(name, "the registry's act", wanted.Act, found.Act),
    ];

    /// <param name="when">What was so while they ran.</param>
    /// <param name="outcomes">The outcomes of the runs that began and ended meanwhile.</param>
    /// <param name="wanted">How each may have ended.</param>
    /// <param name="atLeast">How many there must be.</param>
    /// <returns>Runs that told something else.</returns>
    public static IReadOnlyList<string> Runs(string when, IReadOnlyList<string> outcomes, IReadOnlyList<string> wanted, int atLeast) =>
        [.. outcomes.Where(outcome => !wanted.Contains(outcome)).Select(outcome => $"while {when}, a run ended as {outcome}"), .. outcomes.Count < atLeast ? new[] { $"while {when}, there were {outcomes.Count} runs" } : []];

    private static IEnumerable<string> Message(LocalMessage message, Dictionary<(string, string), TakenDocument> there)
    {
        var name = $"{message.Document} {message.Operation} ({message.Stage})";
        var found = message.RequestId is { } id ? there.GetValueOrDefault((message.Organisation, id)) : null;
        if (message.RequestId is not null && found is null) yield return $"{name} is known as {message.RequestId} and was never taken";
        if (found is not null && found.Hash != message.Hash) yield return $"{name} was taken with other bytes";
        if (message.Stage is "Done" or "DonePartly" or "Reversed" && message.RequestId is null) yield return $"{name} has no number";
        if (Final.Contains(message.Stage)) yield break;
        if (!ForPeople.Contains(message.Stage)) yield return $"{name} is stuck";
        else if (string.IsNullOrEmpty(message.Reason) || message.Actions.Count == 0) yield return $"{name} has {(string.IsNullOrEmpty(message.Reason) ? "no reason" : "no next action")}";
    }

    private static string? Removal(RemovedEntry removed, KeptEntry kept) =>
        !Through.Contains(kept.Stage) ? $"{removed.FsrarId} {removed.Path} was removed and is {kept.Stage}"
        : kept.Hash != removed.Hash ? $"{removed.FsrarId} {removed.Path} was kept with other bytes"
        : null;

    private static string[] Differs(string name, string what, string wanted, string found) => wanted == found ? [] : [$"{name}: {what} is {(found.Length == 0 ? "not there" : found)} and should be {wanted}"];
}
