using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>Reads and checks the settings of the order station.</summary>
internal static class SuzOptionsReader
{
    public static SuzOptions Read(SuzSettings settings, TimeSpan codesLimit, SettingsProblems problems)
    {
        var defaults = new SuzOptions();
        var options = new SuzOptions
        {
            Batch = (int)problems.Number("suz.batch", settings.Batch, 1, SuzOptions.LargestBatch),
            LastPortion = (int)problems.Number("suz.lastPortion", settings.LastPortion, 1, SuzOptions.LargestBatch),
            WaitingTime = problems.Duration("suz.waitingTime", settings.WaitingTime, defaults.WaitingTime),
            MissingTime = problems.Duration("suz.missingTime", settings.MissingTime, defaults.MissingTime),
            Budget = problems.Duration("suz.budget", settings.Budget, defaults.Budget),
            ExpiryWarning = TimeSpan.FromDays(problems.Number("suz.expiryWarningDays", settings.ExpiryWarningDays, 0, 365)),
            ClosePolicy = problems.Choice("suz.closePolicy", settings.ClosePolicy, ("whenAllReceived", SuzClosePolicy.WhenAllReceived), ("never", SuzClosePolicy.Never), ("manual", SuzClosePolicy.Manual)),
            LockTime = problems.Duration("suz.lockTime", settings.LockTime, defaults.LockTime),
            StoreTime = problems.Duration("suz.storeTime", settings.StoreTime, defaults.StoreTime),
            SearchTime = problems.Duration("suz.searchTime", settings.SearchTime, defaults.SearchTime),
            Sign = settings.Sign,
            UnsignedGroups = settings.UnsignedGroups.Count == 0 ? defaults.UnsignedGroups : [.. settings.UnsignedGroups],
            Attributes = new AttributeTable(new Dictionary<string, SuzGroupSettings>(settings.Attributes, StringComparer.OrdinalIgnoreCase)),
        };
        if (options.LockTime <= codesLimit)
        {
            problems.Add("SUZ_LOCK_TOO_SHORT", "suz.lockTime", $"The lock lasts {options.LockTime:c}, no longer than one request for codes ({codesLimit:c}).", $"Блокировка держится {options.LockTime:c} — не дольше одного запроса кодов ({codesLimit:c}).", "Make suz.lockTime longer than limits.codes.", "Сделайте suz.lockTime больше limits.codes.");
        }

        return options;
    }
}
