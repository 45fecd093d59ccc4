namespace Emulators.OneC;

/// <summary>Changes registered for the node of the exchange plan, with the number of the message that carried them.</summary>
internal sealed class ChangeLog
{
    private static readonly string[] Registered = ["Catalog_Товары", "Catalog_Контрагенты", "Document_ЗаказКлиента"];
    private readonly Dictionary<(string Set, Guid Key), long?> waiting = [];

    public void Register(string set, Guid key)
    {
        if (Registered.Contains(set)) waiting[(set, key)] = null;
    }

    public IReadOnlyList<(string Set, Guid Key)> Select(long message)
    {
        foreach (var change in waiting.Keys.ToList()) waiting[change] ??= message;
        return [.. waiting.Keys];
    }

    public void Confirm(long message)
    {
        foreach (var (change, sent) in waiting.ToList())
        {
            if (sent <= message) waiting.Remove(change);
        }
    }
}
