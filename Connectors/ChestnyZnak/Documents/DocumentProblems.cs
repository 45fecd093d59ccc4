using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Gathers what is wrong with a document: all of it, but no more than a person reads.</summary>
internal sealed class DocumentProblems
{
    private const int Most = 50;
    private readonly List<DocumentProblem> found = [];

    public IReadOnlyList<DocumentProblem> All => found;

    public int Count { get; private set; }

    public void Add(string field, string message, string messageRu)
    {
        Count++;
        if (found.Count < Most) found.Add(new DocumentProblem(field, message, messageRu));
    }

    /// <summary>The problems as the one error of a document; null where there are none.</summary>
    public ConnectorError? ErrorOf(string document)
    {
        if (Count == 0) return null;
        var first = found[0];
        var more = Count > 1 ? $" (+{Count - 1})" : "";
        return new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The document {document} cannot be sent. {first.Field}: {first.Message}{more}")
        {
            MessageRu = $"Документ {document} нельзя передать. {first.Field}: {first.MessageRu}{more}",
            Reason = "DOCUMENT_INVALID",
            Offenders = [.. found.Select(problem => $"{problem.Field}: {problem.Message}")],
        };
    }

    public void ThrowIfAny(string document)
    {
        if (ErrorOf(document) is { } error) throw new ConnectorException(error);
    }
}
