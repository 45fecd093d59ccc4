namespace Emulators.Utm;

/// <summary>The registry does not take a document.</summary>
/// <param name="message">Why, in the registry's words.</param>
/// <param name="second">The document was understood and is not conducted: the second verdict says so, not the first.</param>
internal sealed class RejectedException(string message, bool second = true) : Exception(message)
{
    public bool IsSecond => second;
}
