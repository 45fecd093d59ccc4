namespace Connectors.OneC.OData;

/// <summary>What a named method does with its entity.</summary>
internal enum ODataOperation
{
    Read,
    First,
    Get,
    Count,
    File,
    Create,
    Patch,
    Replace,
    MarkDeleted,
    Delete,
    Post,
    Unpost,
}
