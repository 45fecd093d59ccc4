namespace Emulators.ChestnyZnak;

/// <summary>Everything the system knows. One lock guards it; a request is answered under it.</summary>
public sealed class World : IDisposable
{
    private readonly Journal journal;

    internal World(ChestnyZnakOptions options)
    {
        Options = options;
        journal = new Journal(options.StateFile);
        Table<T> Of<T>(string name, Func<T, string> key, Func<T, string?>? owner = null)
            where T : class => new(name, key, journal, Gate, owner);
        Organisations = Of<Organisation>("organisations", one => one.Inn);
        Products = Of<Product>("products", one => one.Gtin);
        Codes = Of<MarkedCode>("codes", one => one.Cis, one => one.Parent);
        AuthKeys = Of<AuthKey>("authKeys", one => one.Uuid);
        Tokens = Of<Token>("tokens", one => one.Value);
        Orders = Of<SuzOrder>("orders", one => one.OrderId);
        Blocks = Of<CodeBlock>("blocks", one => one.BlockId, one => one.OrderId);
        Reports = Of<SuzReport>("reports", one => one.ReportId);
        Receipts = Of<SuzReceipt>("receipts", one => one.Id);
        Documents = Of<TrueDocument>("documents", one => one.Number);
        TillReceipts = Of<TillReceipt>("tillReceipts", one => one.TransactionId);
        Validations = Of<Validation>("validations", one => one.Id);
        Exports = Of<DispenserTask>("exports", one => one.Id);
        Requests = Of<SeenRequest>("requests", one => one.Number.ToString("D9", null));
        journal.Load();
    }

    /// <summary>Companies.</summary>
    public Table<Organisation> Organisations { get; }

    /// <summary>Goods.</summary>
    public Table<Product> Products { get; }

    /// <summary>Codes in the register, by КИ.</summary>
    public Table<MarkedCode> Codes { get; }

    /// <summary>Orders of codes.</summary>
    public Table<SuzOrder> Orders { get; }

    /// <summary>Portions of codes that were handed out.</summary>
    public Table<CodeBlock> Blocks { get; }

    /// <summary>Reports of the order station.</summary>
    public Table<SuzReport> Reports { get; }

    /// <summary>Receipts of the order station.</summary>
    public Table<SuzReceipt> Receipts { get; }

    /// <summary>Documents of True API, in and out.</summary>
    public Table<TrueDocument> Documents { get; }

    /// <summary>Till receipts.</summary>
    public Table<TillReceipt> TillReceipts { get; }

    /// <summary>Tokens that were given.</summary>
    public Table<Token> Tokens { get; }

    /// <summary>Requests, with their answers' statuses.</summary>
    public Table<SeenRequest> Requests { get; }

    internal Table<AuthKey> AuthKeys { get; }

    internal Table<Validation> Validations { get; }

    internal Table<DispenserTask> Exports { get; }

    internal ChestnyZnakOptions Options { get; }

    internal Lock Gate { get; } = new();

    internal DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>A code by its КИ, its full form or the short form of a pack.</summary>
    /// <param name="text">The code as somebody wrote it.</param>
    /// <returns>The code in the register, or null.</returns>
    public MarkedCode? CodeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (Gate)
        {
            var found = Codes.Find(text) ?? Codes.Find(CodeText.CisOf(text));
            // Packs and blocks may be named without their price.
            return found ?? (text.Length is 21 or 25 ? Codes.Rows.FirstOrDefault(one => one.Cis.Length == text.Length + (text.Length == 21 ? 4 : 10) && one.Cis.StartsWith(text, StringComparison.Ordinal)) : null);
        }
    }

    /// <summary>One request: what is due happens, then the request; all changes are kept together.</summary>
    /// <typeparam name="T">What the request gives.</typeparam>
    /// <param name="handle">The request.</param>
    /// <returns>What it gave.</returns>
    internal T Once<T>(Func<T> handle)
    {
        lock (Gate)
        {
            journal.Begin();
            try
            {
                OrderProcessing.Advance(this);
                ReportProcessing.Advance(this);
                DocumentProcessing.Advance(this);
                return handle();
            }
            finally
            {
                journal.End();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => journal.Dispose();
}
