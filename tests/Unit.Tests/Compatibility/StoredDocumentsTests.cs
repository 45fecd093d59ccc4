using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;

namespace Unit.Tests.Compatibility;

[TestClass]
public sealed class StoredDocumentsTests
{
    [TestMethod]
    public void A_document_added_is_found_whole()
    {
        using var scope = ClassicScope.Enter(new MemoryHost());
        var document = SampleDocument.Make();

        DocumentStorage.Documents.Add(document);

        var found = DocumentStorage.Documents.FindById("D-1");
        found.Should().BeEquivalentTo(document, options => options.IgnoringCyclicReferences());
        found!.CurrentItems[0].BindedLine.Should().BeSameAs(found.DeclaredItems[0]);
    }

    [TestMethod]
    public void What_is_kept_is_a_copy_of_plain_values()
    {
        var documents = new MemoryDocuments();
        using var scope = ClassicScope.Enter(new MemoryHost { Documents = documents });
        var document = SampleDocument.Make();
        DocumentStorage.Documents.Add(document);

        document.SetField("Поставщик", "другой");
        document.DeclaredItems.Clear();

        DocumentStorage.Documents.FindById("D-1")!.GetField("Поставщик").Should().Be("ООО Ромашка");
        DocumentStorage.Documents.FindById("D-1")!.DeclaredItems.Should().HaveCount(1);
        documents.Kept["D-1"].DocumentTypeName.Should().Be("Приход");
        documents.Kept["D-1"].Finished.Should().BeTrue();
    }

    [TestMethod]
    public void A_removed_document_is_gone()
    {
        using var scope = ClassicScope.Enter(new MemoryHost());
        DocumentStorage.Documents.Add(new Document { Id = "D-1" });

        DocumentStorage.Documents.Remove(new Document { Id = "D-1" }).Should().BeTrue();

        DocumentStorage.Documents.FindById("D-1").Should().BeNull();
        DocumentStorage.Documents.Remove(new Document { Id = "D-1" }).Should().BeFalse();
    }

    [TestMethod]
    public void A_document_without_an_id_is_refused()
    {
        using var scope = ClassicScope.Enter(new MemoryHost());

        var adding = () => DocumentStorage.Documents.Add(new Document());

        adding.Should().Throw<ArgumentException>().WithMessage("The document has no Id.*");
    }

    [TestMethod]
    public void Without_a_host_the_static_names_say_where_they_work()
    {
        var documents = () => DocumentStorage.Documents.FindById("1");
        var products = () => ProductsBook.Products.FindById("1");
        var session = () => ServerSession.Get();

        documents.Should().Throw<InvalidOperationException>().WithMessage("DocumentStorage.Documents works only while the server runs a classic connector*");
        products.Should().Throw<InvalidOperationException>().WithMessage("ProductsBook.Products works only while the server runs a classic connector*");
        session.Should().Throw<InvalidOperationException>().WithMessage("ServerSession.Get works only while the server runs a classic connector*");
    }

    [TestMethod]
    public void A_host_without_stores_says_so()
    {
        using var scope = ClassicScope.Enter(new MemoryHost { Documents = null, Products = null });

        var documents = () => DocumentStorage.Documents.FindById("1");
        var products = () => ProductsBook.Products.Remove(new Product { Id = "1" });

        documents.Should().Throw<InvalidOperationException>().WithMessage("*this host keeps no documents.");
        products.Should().Throw<InvalidOperationException>().WithMessage("*this host keeps no products.");
    }
}
