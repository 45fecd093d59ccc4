namespace Cleverence.Warehouse;

/// <summary>An object that ties its parts together once all of them are read.</summary>
internal interface IAfterRead
{
    void AfterRead();
}
