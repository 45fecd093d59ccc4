namespace Emulators.OneC;

/// <summary>Which properties an answer has: all, without tabular parts (**), chosen ones, presentations.</summary>
internal sealed class ODataSelection(IReadOnlyList<string>? select)
{
    private const string Presentation = "____Presentation";
    private readonly bool everything = select is null || select.Contains("*");
    private readonly bool plain = select?.Contains("**") == true;

    public bool HasTables(string name) => (everything && !plain) || select?.Contains(name) == true;

    public bool HasProperty(string name) => everything || plain || select!.Contains(name);

    public bool HasPresentation(string name) => select is not null && (select.Contains("*" + Presentation) || select.Contains(name + Presentation));

    public static string PresentationName(string name) => name + Presentation;
}
