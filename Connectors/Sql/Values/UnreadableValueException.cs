namespace Connectors.Sql;

/// <summary>A cell that callers cannot be given; who reads rows adds its row and column.</summary>
internal sealed class UnreadableValueException(string why, string whyRu) : Exception(why)
{
    public string WhyRu { get; } = whyRu;

    public static UnreadableValueException NotA(string kind, string text) =>
        new($"'{Short(text)}' is not {kind}", $"«{Short(text)}» — не {kind}");

    public static UnreadableValueException Number(string text) =>
        new($"the number {Short(text)} has no exact decimal", $"число {Short(text)} нельзя передать точно");

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
