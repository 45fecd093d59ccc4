namespace Connectors.Hosting;

/// <summary>Where the class of a connector comes from; default for none. Names it without referring to it, so that it pins nothing.</summary>
internal readonly record struct TypeSource(string? Plugin, int Generation, bool BuiltIn);
