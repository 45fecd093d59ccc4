namespace Connectors.Exchange;

/// <summary>A program that signs.</summary>
/// <param name="Program">Its path, or its name on the search path.</param>
/// <param name="Attached">Its arguments for an attached signature.</param>
/// <param name="Detached">Its arguments for a detached one.</param>
internal sealed record CommandSettings(string Program, IReadOnlyList<string> Attached, IReadOnlyList<string> Detached)
{
    /// <summary>What stands for <c>{detached}</c> in an attached signature; empty leaves the argument out.</summary>
    public string AttachedFlag { get; init; } = "";

    /// <summary>What stands for <c>{detached}</c> in a detached signature; empty leaves the argument out.</summary>
    public string DetachedFlag { get; init; } = "-detached";

    /// <summary>Variables of its environment, beside the server's own.</summary>
    public IReadOnlyDictionary<string, SecretText> Environment { get; init; } = new Dictionary<string, SecretText>();

    /// <summary>What the file <c>{pinFile}</c> holds; null for no such file.</summary>
    public SecretText? Pin { get; init; }
}
