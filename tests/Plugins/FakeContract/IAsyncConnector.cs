namespace Cleverence.Connectivity;

/// <summary>Stands for a contract of another major version.</summary>
public interface IAsyncConnector
{
    string Name { get; }
}
