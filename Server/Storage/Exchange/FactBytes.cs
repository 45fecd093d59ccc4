using System.Diagnostics.CodeAnalysis;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>Facts of documents as the protocol keeps them.</summary>
internal static class FactBytes
{
    [return: NotNullIfNotNull(nameof(fact))]
    public static byte[]? Write(DocumentFact? fact)
    {
        if (fact is null) return null;
        var record = new ConnectorRecord
        {
            { "document", fact.Document },
            { "kind", fact.DocumentKind },
            { "operation", fact.Operation },
            { "what", fact.Kind.ToString() },
            { "organisation", fact.Organisation },
            { "at", UnixTime.Of(fact.At) },
        };
        if (fact.Status is not null) record.Add("status", fact.Status);
        if (fact.Receipts.Count > 0) record.Add("receipts", fact.Receipts.ToList<object?>());
        if (fact.Error is not null) record.Add("error", ErrorRecords.Of(fact.Error));
        if (fact.MessageId is not null) record.Add("message", fact.MessageId);
        return RecordJson.Write(record);
    }

    [return: NotNullIfNotNull(nameof(bytes))]
    public static DocumentFact? Read(byte[]? bytes)
    {
        if (bytes is null) return null;
        var record = RecordJson.Read(bytes);
        return new DocumentFact((string)record["document"]!, (string)record["kind"]!, (string)record["operation"]!, Enum.Parse<FactKind>((string)record["what"]!))
        {
            Organisation = (string)record["organisation"]!,
            Status = (string?)record["status"],
            Receipts = record["receipts"] is IReadOnlyList<object?> receipts ? [.. receipts.Cast<string>()] : [],
            Error = record["error"] is ConnectorRecord error ? ErrorRecords.ToError(error) : null,
            MessageId = (string?)record["message"],
            At = UnixTime.From((long)record["at"]!),
        };
    }
}
