namespace Connectors.ChestnyZnak;

/// <summary>How outgoing documents are checked, split, asked for and looked for.</summary>
public sealed class ZnakDocumentSettings
{
    /// <summary>The most codes in one document; longer lists become several documents. The other side takes 30 000.</summary>
    public int MaxCodes { get; set; } = 30_000;

    /// <summary>The largest document in bytes; the other side takes 30 MB.</summary>
    public long MaxBytes { get; set; } = 30L * 1024 * 1024;

    /// <summary>How far before and after its sending a lost document is looked for in the list.</summary>
    public string SearchWindow { get; set; } = "00:15:00";

    /// <summary>How far before and after its sending a lost document is looked for the last time, when a person is to decide: this server's clock may be wrong.</summary>
    public string LastSearchWindow { get; set; } = "1.00:00:00";

    /// <summary>How long a lost document is looked for before a person decides.</summary>
    public string SearchLimit { get; set; } = "1.00:00:00";

    /// <summary>How many documents of the list are opened in one search.</summary>
    public int SearchDocuments { get; set; } = 100;

    /// <summary>How long a document that was accepted may be invisible before a person looks after it.</summary>
    public string Visible { get; set; } = "01:00:00";

    /// <summary>How long one run of the exchange goes on at most; a caller who waits less ends it sooner.</summary>
    public string RunTime { get; set; } = "00:01:00";

    /// <summary>The field of <c>LK_RECEIPT_CANCEL</c> that names the withdrawal it takes back; it differs between groups.</summary>
    public string WithdrawalField { get; set; } = "lk_receipt_id";
}
