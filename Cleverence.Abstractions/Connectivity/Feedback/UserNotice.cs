namespace Cleverence.Connectivity;

/// <summary>A notice that pops up wherever the person is (ПоказатьОповещениеПользователя).</summary>
/// <param name="Text">The text.</param>
public sealed record UserNotice(string Text)
{
    /// <summary>What pressing it does: a link or the name of an action of the client (ДействиеПриНажатии).</summary>
    public string? Action { get; init; }

    /// <summary>The smaller text under it (Пояснение).</summary>
    public string? Explanation { get; init; }

    /// <summary>The name of a picture (Картинка).</summary>
    public string? Picture { get; init; }

    /// <summary>Whether it is ordinary or important (СтатусОповещения).</summary>
    public NoticeStatus Status { get; init; }

    /// <summary>A new notice replaces the shown one with the same key (КлючУникальности); null for none.</summary>
    public string? Key { get; init; }

    /// <summary>How long it is worth showing. One hour.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);
}
