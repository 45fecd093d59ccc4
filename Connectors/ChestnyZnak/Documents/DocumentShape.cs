namespace Connectors.ChestnyZnak;

/// <summary>What is known of one type of document: which fields it must have, where its codes stand, what must not lie in the future.</summary>
/// <param name="Type">The type's own word, such as <c>LK_RECEIPT</c>.</param>
/// <param name="Stem">What its statuses are called after, in Russian: ВыводИзОборота.</param>
/// <param name="StemEn">The same in English.</param>
/// <param name="Done">Its status of success, in Russian.</param>
/// <param name="DoneEn">The same in English.</param>
internal sealed record DocumentShape(string Type, string Stem, string StemEn, string Done, string DoneEn)
{
    /// <summary>MANUAL for JSON of ours, XML for documents of the electronic flow.</summary>
    public string Format { get; init; } = "MANUAL";

    /// <summary>Fields that hold our own ИНН; filled in where they are missing.</summary>
    public IReadOnlyList<string> OwnInn { get; init; } = [];

    /// <summary>Fields that hold somebody's ИНН.</summary>
    public IReadOnlyList<string> OtherInn { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Dates of the document and of its rows that must not lie in the future.</summary>
    public IReadOnlyList<string> Past { get; init; } = [];

    /// <summary>The list of its rows; null where it has none.</summary>
    public string? List { get; init; }

    /// <summary>Whether a list must be there.</summary>
    public bool ListRequired { get; init; } = true;

    /// <summary>The fields of a row that hold a code or several; exactly one of them must be filled. Empty where the rows are the codes.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Fields of a row that hold a code beside, such as the one that is replaced.</summary>
    public IReadOnlyList<string> OtherCodes { get; init; } = [];

    public IReadOnlyList<string> RowRequired { get; init; } = [];

    /// <summary>Whether a long list may become several documents.</summary>
    public bool CanSplit { get; init; } = true;

    /// <summary>The action it offers when it succeeded, where there is one.</summary>
    public string? Next { get; init; }

    /// <summary>Closed lists of words, by field.</summary>
    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Values filled in where they are missing.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    public bool IsXml => Format == "XML";
}
