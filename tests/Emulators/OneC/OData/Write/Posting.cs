namespace Emulators.OneC;

/// <summary>Posting of documents and the refusals of their code.</summary>
internal static class Posting
{
    public const string RefusedComment = "Не проводить";
}
