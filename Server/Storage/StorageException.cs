namespace Server.Storage;

/// <summary>The storage cannot be used; the message says why and what to do.</summary>
/// <param name="message">What happened, to which file, and what to do.</param>
/// <param name="innerException">What caused it.</param>
public sealed class StorageException(string message, Exception? innerException = null) : Exception(message, innerException);
