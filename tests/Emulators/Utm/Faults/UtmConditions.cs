namespace Emulators.Utm;

/// <summary>What one UTM tells of itself.</summary>
public sealed class UtmConditions
{
    /// <summary>The owner that the key is of; null for the right one.</summary>
    public string? KeyOwner { get; set; }

    /// <summary>The owner that the database is of; null for the right one.</summary>
    public string? DatabaseOwner { get; set; }

    /// <summary>The owner that <c>/diagnosis</c> tells; null for the right one.</summary>
    public string? DiagnosisOwner { get; set; }

    /// <summary>What is wrong with the key; null for nothing.</summary>
    public string? RsaError { get; set; }

    /// <summary>Until when the RSA certificate is valid; null for a year.</summary>
    public DateTimeOffset? RsaExpires { get; set; }

    /// <summary>Until when the GOST certificate is valid; null for a year.</summary>
    public DateTimeOffset? GostExpires { get; set; }

    /// <summary>The token cannot be read.</summary>
    public bool TokenUnreadable { get; set; }

    /// <summary>Since when cheques were not sent; null when all were.</summary>
    public DateTimeOffset? UnsentChequesSince { get; set; }

    /// <summary>The program's version.</summary>
    public string Version { get; set; } = "4.2.0-b2490";

    /// <summary>Whether there is <c>/api/info/list</c>.</summary>
    public bool HasInfoList { get; set; } = true;

    /// <summary>Whether there is <c>/diagnosis</c>.</summary>
    public bool HasDiagnosis { get; set; } = true;

    /// <summary>Types that this UTM does not know, apart by commas.</summary>
    public string UnknownTypes { get; set; } = "";

    /// <summary>The registry's service of marks cannot be reached.</summary>
    public bool MarkServiceDown { get; set; }

    internal bool Knows(string urlType) => !UnknownTypes.Split(',', StringSplitOptions.TrimEntries).Contains(urlType, StringComparer.OrdinalIgnoreCase);
}
