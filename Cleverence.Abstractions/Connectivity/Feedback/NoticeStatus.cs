namespace Cleverence.Connectivity;

/// <summary>How a notice is shown (СтатусОповещенияПользователя).</summary>
public enum NoticeStatus
{
    /// <summary>It goes away by itself (Информация).</summary>
    Information,

    /// <summary>It stays until it is read (Важное).</summary>
    Important,
}
