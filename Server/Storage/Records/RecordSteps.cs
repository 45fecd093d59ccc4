using Cleverence.Connectivity;
using Connectors.Exchange;

namespace Server.Storage;

/// <summary>Changes of records as steps of a commit. Texts are checked and secrets sealed before the writer's turn.</summary>
internal sealed class RecordSteps(RecordsKey secrets, TimeProvider time)
{
    private const int LongestKey = 300;

    public IEnumerable<CommitStep> Of(string connectorId, IReadOnlyList<RecordChange> changes)
    {
        if (changes.Count == 0) return [];
        var now = UnixTime.Of(time.GetUtcNow());
        return [.. changes.Select(change => Of(connectorId, change, now))];
    }

    private CommitStep Of(string connectorId, RecordChange change, long now)
    {
        Check(change);
        var guard = change.ExpectedVersion is null ? null : new CommitConflict("record", change.Key);
        if (change.Content is null)
        {
            var which = new object?[] { connectorId, change.Kind, change.Key, now, change.ExpectedVersion ?? 0 };
            return change.ExpectedVersion switch
            {
                null => new CommitStep(RecordSql.Remove, which, null),
                0 => new CommitStep(RecordSql.Touch, which, guard) { MustFindNone = true },
                _ => new CommitStep(RecordSql.RemoveVersion, which, guard),
            };
        }

        var content = change.Secret ? secrets.Seal(connectorId, change.Kind, change.Key, change.Content) : [.. change.Content];
        var statement = change.ExpectedVersion switch { null => RecordSql.Put, 0 => RecordSql.Add, _ => RecordSql.Change };
        return new CommitStep(statement, [connectorId, change.Kind, change.Key, change.Index1, change.Index2, content, change.Secret ? 1L : 0L, UnixTime.Of(change.ExpiresAt), now, change.ExpectedVersion ?? 0], guard);
    }

    // What a database would alter in a text would make one record of two.
    private static void Check(RecordChange change)
    {
        if (change.Kind.Length is 0 or > LongestKey || change.Key.Length > LongestKey)
        {
            throw Refused($"A record of the kind '{Short(change.Kind)}' has a key of {change.Key.Length} characters; a kind has 1 to {LongestKey}, a key at most {LongestKey}.", $"Ключ записи длиннее {LongestKey} знаков, или вид записи не задан.");
        }

        foreach (var text in (string?[])[change.Kind, change.Key, change.Index1, change.Index2])
        {
            if (StorableText.Of(text) != text) throw Refused($"A record of the kind '{Short(change.Kind)}' has a zero character or half of a character in its kind, key or index.", "В ключе записи есть знак, который нельзя сохранить.");
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];

    private static ConnectorException Refused(string message, string messageRu) => new(new ConnectorError(ConnectorErrorCode.InvalidArguments, message) { MessageRu = messageRu });
}
