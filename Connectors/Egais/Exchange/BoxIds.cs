namespace Connectors.Egais;

/// <summary>What documents of a box are known by: the mark of the UTM's database and the path, because numbers start again with a new database.</summary>
internal static class BoxIds
{
    public static string Of(string epoch, string path) => $"{epoch}:{path}";

    /// <summary>The mark of the database; empty when it had none, or when the id has another form.</summary>
    public static string EpochOf(string remoteId) => remoteId.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? remoteId[..colon] : "";
}
