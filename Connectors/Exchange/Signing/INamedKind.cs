namespace Connectors.Exchange;

/// <summary>A signer whose kind is known even where its certificate is not.</summary>
internal interface INamedKind
{
    string Kind { get; }
}
