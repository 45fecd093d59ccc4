using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Reads the last answers to questions, as the dialogue keeps them.</summary>
internal sealed class AnswerLook(IConnectorRecords records)
{
    /// <summary>The answer to a question; null when there was none yet.</summary>
    public async ValueTask<GivenAnswer?> FindAsync(string fsrarId, EgaisOperation operation, string parameter, CancellationToken cancellationToken)
    {
        if (await records.GetAsync(RecordKinds.Answer, Answers.KeyOf(fsrarId, operation.ToString(), parameter), cancellationToken).ConfigureAwait(false) is not { } record) return null;
        var stored = Answers.Read(record);
        return new GivenAnswer(stored.ReceivedAt, IncomingReader.Read(stored.Xml).Reply?.ToRecord() ?? []);
    }
}
