namespace Cleverence.Connectivity;

/// <summary>A connector that knows its methods: the invoker learns safety and limits only from here.</summary>
public interface IConnectorMethods
{
    /// <summary>The methods; the list does not change during the life of the instance. A name of <see cref="ConnectorMethodInfo.AnyName"/> stands for those not listed.</summary>
    IReadOnlyList<ConnectorMethodInfo> Methods { get; }
}
