namespace Connectors.ChestnyZnak;

/// <summary>Ids of the station in one form: its server has been seen to tell UUIDs apart by case, and so do our records.</summary>
internal static class SuzIds
{
    public static string Of(string id) => id.Trim() is var plain && Guid.TryParse(plain, out _) ? plain.ToLowerInvariant() : id.Trim();
}
