using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>The codes of a call: as they were given, and as the register knows them.</summary>
internal static class AskedCodes
{
    /// <summary>Brings scanned codes to their КИ; what is no code passes as it is, for the register to say so.</summary>
    /// <exception cref="ConnectorException">There is none.</exception>
    public static IReadOnlyList<(string Given, string Cis)> Read(object? codes)
    {
        var given = RecordFields.Texts(codes);
        if (given.Count > 0) return [.. given.Select(code => (code, CisOf(code)))];
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, "No code was given. Give a code, or a list of codes.") { MessageRu = "Не передан ни один код. Передайте код или список кодов.", Offenders = ["codes: missing"] });
    }

    /// <summary>The КИ of a code. A transport unit stays as it was marked, with or without its 00: the register knows it under that text.</summary>
    public static string CisOf(string code) => !MarkingCode.TryParse(code, out var read) ? code.Trim() : read.Kind == MarkingCodeKind.Sscc ? read.ToString() : read.Cis ?? code.Trim();
}
