namespace Connectors.ChestnyZnak;

/// <summary>How incoming documents are loaded.</summary>
public sealed class ZnakIncomingSettings
{
    /// <summary>How far back each load begins before the last complete one, in days.</summary>
    public int OverlapDays { get; set; } = 3;

    /// <summary>How far back the first load begins, in days.</summary>
    public int FirstDays { get; set; } = 31;

    /// <summary>The widest period of one series of requests, in days; the other side takes 31.</summary>
    public int WindowDays { get; set; } = 31;

    /// <summary>Documents on a page of the list, up to 1000.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Codes on a page of a document, up to 36 000.</summary>
    public int CodePageSize { get; set; } = 36_000;

    /// <summary>The types of documents that are loaded.</summary>
    public IList<string> DocumentTypes { get; } = [];
}
