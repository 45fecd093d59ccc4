namespace Emulators.OneC;

/// <summary>What a request says of its session.</summary>
internal readonly record struct SessionAsk(string User, bool Start, bool Finish, string? Cookie);
