using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>Lines of a document.</summary>
public sealed class DocumentItemCollection : Collection<DocumentItem>
{
    /// <summary>Finds a line.</summary>
    /// <param name="uid">The line's own id.</param>
    /// <returns>The line, or null.</returns>
    public DocumentItem? FindByUid(string? uid) => uid is null ? null : Items.FirstOrDefault(line => line.Uid == uid);
}
