namespace Emulators.Utm;

/// <summary>A document is not as its format wants it; the text goes to the caller.</summary>
internal sealed class SchemaException(string message) : Exception(message);
