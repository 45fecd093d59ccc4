namespace Emulators.OneC;

/// <summary>What an operation gives back. Values are null, plain values, or XElement content.</summary>
internal sealed record SoapAnswer(object? Return, params (string Name, object? Value)[] Outs);
