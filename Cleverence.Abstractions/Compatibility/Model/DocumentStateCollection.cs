using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>What the users of a document did with it.</summary>
public sealed class DocumentStateCollection : Collection<DocumentState>;
