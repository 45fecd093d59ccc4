using System.ComponentModel;
using System.Security.Cryptography;
using Cleverence.Connectivity.Exchange;

namespace Server.Exchange;

/// <summary>A message as people see it: never its content, its signature, or what its connector keeps with it.</summary>
internal sealed record ExchangeMessageBody(string Id, string Organisation, string Operation, ExchangeStage Stage)
{
    public string Purpose { get; init; } = "";

    public string? Station { get; init; }

    public string? ProductGroup { get; init; }

    public string? Document { get; init; }

    public string DocumentKind { get; init; } = "";

    public string? BaseDocument { get; init; }

    [Description("The id at the other system.")]
    public string? RequestId { get; init; }

    public string Format { get; init; } = "";

    [Description("SHA-256 of the content, base64.")]
    public string ContentHash { get; init; } = "";

    public int ContentSize { get; init; }

    public bool NeedsSignature { get; init; }

    public bool Signed { get; init; }

    public int Attempt { get; init; }

    public int PollNumber { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset StageSince { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public string? User { get; init; }

    public FaultBody? LastError { get; init; }

    public static ExchangeMessageBody Of(ExchangeMessage message, string? language)
    {
        var content = message.Content;
        return new(message.Id, content.Organisation, content.Operation, message.Stage)
        {
            Purpose = content.Purpose,
            Station = content.Station,
            ProductGroup = content.ProductGroup,
            Document = content.Document,
            DocumentKind = content.DocumentKind,
            BaseDocument = content.BaseDocument,
            RequestId = message.RequestId,
            Format = content.Format,
            ContentHash = Convert.ToBase64String(SHA256.HashData(content.Payload)),
            ContentSize = content.Payload.Length,
            NeedsSignature = content.NeedsSignature,
            Signed = message.Signature is not null,
            Attempt = message.Attempt,
            PollNumber = message.PollNumber,
            NextAttemptAt = message.NextAttemptAt,
            StageSince = message.StageSince,
            SentAt = message.SentAt,
            CreatedAt = message.CreatedAt,
            ChangedAt = message.ChangedAt,
            User = content.User,
            LastError = FaultBody.Of(message.LastError, language),
        };
    }
}
