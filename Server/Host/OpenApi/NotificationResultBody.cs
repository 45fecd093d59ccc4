namespace Server.OpenApi;

/// <summary>What a notification says, for the description of the API only.</summary>
internal sealed record NotificationResultBody(string Status, string ResultAddress, IReadOnlyList<MessageBody> Messages, ProgressBody? Progress, ErrorBody? Error, NoticeBody? Notice = null);
