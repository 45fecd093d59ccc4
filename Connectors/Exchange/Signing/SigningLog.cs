using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>What signing writes into the log: 2800 to 2899. Never a signature, a secret or the name in a certificate.</summary>
internal static partial class SigningLog
{
    [LoggerMessage(2800, LogLevel.Information, "{File} was read: {Count} signers, {Problems} problems.")]
    public static partial void SignersRead(ILogger logger, string file, int count, int problems);

    [LoggerMessage(2801, LogLevel.Error, "{Problem}")]
    public static partial void EntryWrong(ILogger logger, string problem);

    [LoggerMessage(2802, LogLevel.Warning, "{Problem}")]
    public static partial void EntryDoubtful(ILogger logger, string problem);

    [LoggerMessage(2803, LogLevel.Error, "{Problem} The signers as last read stay in force.")]
    public static partial void FileKept(ILogger logger, string problem);

    [LoggerMessage(2804, LogLevel.Information, "{File} cannot be watched; it is looked at every {Interval}.")]
    public static partial void NotWatched(ILogger logger, string file, TimeSpan interval, Exception failure);

    [LoggerMessage(2805, LogLevel.Warning, "The certificate of signer '{Signer}' ends on {NotAfter:yyyy-MM-dd}, in {Days} days. Get a new one and change config/signers.json.")]
    public static partial void CertificateEnds(ILogger logger, string signer, DateTimeOffset notAfter, int days);

    [LoggerMessage(2806, LogLevel.Error, "The certificate of signer '{Signer}' ended on {NotAfter:yyyy-MM-dd}; its signatures will be refused. Get a new one and change config/signers.json.")]
    public static partial void CertificateEnded(ILogger logger, string signer, DateTimeOffset notAfter);

    [LoggerMessage(2807, LogLevel.Warning, "The folder {Folder} of a signing command could not be removed; it holds what was to be signed.")]
    public static partial void FolderStays(ILogger logger, string folder, Exception failure);

    [LoggerMessage(2808, LogLevel.Warning, "Signer '{Signer}' is a test signer: its signatures are worth nothing outside of tests.")]
    public static partial void FakeSigner(ILogger logger, string signer);

    [LoggerMessage(2809, LogLevel.Debug, "Signer '{Signer}' made a signature ({Form}) in {Milliseconds} ms.")]
    public static partial void Signed(ILogger logger, string signer, string form, long milliseconds);

    [LoggerMessage(2810, LogLevel.Warning, "The certificate of signer '{Signer}' could not be looked at: {Reason}")]
    public static partial void NotDescribed(ILogger logger, string signer, string reason);
}
