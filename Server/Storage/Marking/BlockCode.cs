namespace Server.Storage;

/// <summary>A code of a block, cut.</summary>
internal readonly record struct BlockCode(string Text, CodeCut Cut);
