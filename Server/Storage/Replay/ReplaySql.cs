namespace Server.Storage;

/// <summary>The statements on replay keys.</summary>
internal static class ReplaySql
{
    public const string RemoveExpired = "DELETE FROM replay_call WHERE key = @key AND created_at < @oldest";

    public const string RemoveAllExpired = "DELETE FROM replay_call WHERE created_at < @oldest";

    public const string Insert = "INSERT INTO replay_call (key, arguments_hash, created_at) VALUES (@key, @argumentsHash, @now) ON CONFLICT (key) DO NOTHING";

    public const string Find = "SELECT arguments_hash AS ArgumentsHash, outcome AS Outcome FROM replay_call WHERE key = @key";

    public const string Complete = "UPDATE replay_call SET outcome = @outcome WHERE key = @key AND outcome IS NULL";

    public const string Forget = "DELETE FROM replay_call WHERE key = @key AND outcome IS NULL";
}
