namespace Cleverence.Connectivity;

/// <summary>A message for the person who started the work (СообщениеПользователю).</summary>
/// <param name="Text">The text.</param>
public sealed record UserMessage(string Text)
{
    /// <summary>What the message belongs to on the client's side (ИдентификаторНазначения).</summary>
    public string? TargetId { get; init; }

    /// <summary>The object it speaks of (КлючДанных).</summary>
    public string? DataKey { get; init; }

    /// <summary>The field it speaks of (Поле).</summary>
    public string? Field { get; init; }

    /// <summary>The path from the object to the field (ПутьКДанным).</summary>
    public string? DataPath { get; init; }
}
