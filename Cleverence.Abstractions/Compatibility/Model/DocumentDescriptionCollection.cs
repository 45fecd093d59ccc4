using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>Headers of documents: the answer of the event «ПолучитьСписокДокументов».</summary>
public sealed class DocumentDescriptionCollection : Collection<DocumentDescription>;
