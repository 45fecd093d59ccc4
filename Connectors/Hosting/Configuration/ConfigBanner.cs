namespace Connectors.Hosting;

/// <summary>What the panel shows across its pages while a configuration file is broken.</summary>
/// <param name="Message">The sentence in English.</param>
/// <param name="MessageRu">The same in Russian.</param>
public sealed record ConfigBanner(string Message, string MessageRu);
