namespace Emulators.Utm;

/// <summary>The bytes of a posted document or of an out-box entry.</summary>
internal sealed record Content(string Key, byte[] Bytes);
