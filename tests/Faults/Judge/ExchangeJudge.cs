namespace Faults.Judge;

/// <summary>Judges a durable exchange: the other side has each document at most once and those that were accepted exactly once, and nothing is stuck.</summary>
/// <param name="messages">All messages.</param>
/// <param name="remote">All documents the other side has.</param>
internal sealed class ExchangeJudge(IReadOnlyList<LocalMessage> messages, IReadOnlyList<RemoteDocument> remote)
{
    private static readonly string[] Taken = ["Done", "DonePartly", "Reversed"];
    private static readonly string[] ForPeople = ["Parked", "Uncertain"];

    /// <returns>What is wrong with a document that was prepared.</returns>
    public IReadOnlyList<string> Judge(string document)
    {
        var own = messages.Where(message => message.Document == document).ToList();
        if (own.Count == 0) return [$"{document} is in no message"];
        if (own.Count > 1) return [$"{document} is in {own.Count} messages"];
        var failures = new List<string>();
        Judge(own[0], [.. remote.Where(one => one.Hash == own[0].Hash)], failures);
        return failures;
    }

    /// <returns>What the other side has of nobody's sending.</returns>
    public IReadOnlyList<string> Strangers()
    {
        var known = messages.Select(message => message.Hash).ToHashSet(StringComparer.Ordinal);
        return [.. remote.Where(one => !known.Contains(one.Hash)).Select(one => $"the other side has {one.Number}, which is in no message")];
    }

    private static void Judge(LocalMessage message, List<RemoteDocument> there, List<string> failures)
    {
        var name = $"{message.Document} ({message.Stage})";
        if (there.Count > 1) failures.Add($"{name} is there {there.Count} times: {string.Join(", ", there.Select(one => one.Number))}");
        if (Taken.Contains(message.Stage) && there.Count == 0) failures.Add($"{name} is not there");
        if (message.RequestId is { } number && there.Count > 0 && there.TrueForAll(one => one.Number != number)) failures.Add($"{name} is known as {number} and is there as {there[0].Number}");
        if (message.RequestId is not null && there.Count == 0) failures.Add($"{name} is known as {message.RequestId} and is not there");
        if (message.Stage == "Rejected" && message.RequestId is null && there.Count > 0) failures.Add($"{name} is there as {there[0].Number}");
        if (Taken.Contains(message.Stage) || message.Stage is "Rejected") return;
        if (!ForPeople.Contains(message.Stage)) failures.Add($"{name} is stuck");
        else if (string.IsNullOrEmpty(message.Reason) || message.Actions.Count == 0) failures.Add($"{name} has {(string.IsNullOrEmpty(message.Reason) ? "no reason" : "no next action")}");
    }
}
