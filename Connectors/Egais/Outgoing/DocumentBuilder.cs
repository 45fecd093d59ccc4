namespace Connectors.Egais;

/// <summary>Builds the XML of the messages that we send. Pure.</summary>
internal sealed class DocumentBuilder
{
    public BuildResult Build(BuildOrder order) => throw new NotImplementedException();
}
