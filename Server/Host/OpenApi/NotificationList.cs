namespace Server.OpenApi;

/// <summary>Notifications, for the description of the API only.</summary>
internal sealed record NotificationList(IReadOnlyList<NotificationBody> Notifications, long Next);
