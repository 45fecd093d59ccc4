using System.Text;
using System.Xml;
using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Gathers all documents of a WSDL: what may not be read is left out and told.</summary>
internal sealed class WsdlFiles(IWsdlSource source)
{
    private readonly Dictionary<Uri, XElement> read = [];

    /// <summary>The WSDL documents, the first one first.</summary>
    public List<XElement> Definitions { get; } = [];

    /// <summary>Schemas to be put together, each with its own address.</summary>
    public List<(Uri Address, XElement Schema)> Schemas { get; } = [];

    /// <summary>Schemas that others include, by address.</summary>
    public Dictionary<Uri, XElement> Included { get; } = [];

    public List<ConnectorProblem> Warnings { get; } = [];

    public async ValueTask GatherAsync(CancellationToken cancellationToken)
    {
        var root = await ReadAsync(source.Root, cancellationToken).ConfigureAwait(false);
        if (root.Name != WsdlNames.Wsdl + "definitions") throw new WsdlException(WsdlProblems.NotWsdl(NameOf(source.Root), root.Name.LocalName));
        var open = new Queue<(Uri Address, XElement Root)>([(source.Root, root)]);
        while (open.TryDequeue(out var document))
        {
            if (document.Root.Name == WsdlNames.Schema + "schema")
            {
                await AddSchemaAsync(document.Address, document.Root, cancellationToken).ConfigureAwait(false);
                continue;
            }

            Definitions.Add(document.Root);
            foreach (var schema in document.Root.Elements(WsdlNames.Wsdl + "types").Elements(WsdlNames.Schema + "schema"))
            {
                await AddSchemaAsync(document.Address, WsdlSchemas.Detached(schema), cancellationToken).ConfigureAwait(false);
            }

            foreach (var import in document.Root.Elements(WsdlNames.Wsdl + "import"))
            {
                if (Follow(document.Address, import.Text("location")) is not { } address || read.ContainsKey(address)) continue;
                open.Enqueue((address, await ReadAsync(address, cancellationToken).ConfigureAwait(false)));
            }
        }
    }

    private async ValueTask AddSchemaAsync(Uri address, XElement schema, CancellationToken cancellationToken)
    {
        Schemas.Add((address, schema));
        await FollowAsync(address, schema, cancellationToken).ConfigureAwait(false);
    }

    // An import is found by its namespace among all schemas, so its place is no longer needed; an include is found by its address.
    private async ValueTask FollowAsync(Uri from, XElement schema, CancellationToken cancellationToken)
    {
        foreach (var external in schema.Elements().Where(IsExternal).ToList())
        {
            var location = external.Attribute("schemaLocation");
            if (location is null) continue;
            var isImport = external.Name.LocalName == "import";
            var address = Follow(from, location.Value);
            if (isImport) location.Remove();
            else if (address is null) external.Remove();
            else location.Value = address.AbsoluteUri;
            if (address is null || Included.ContainsKey(address) || Schemas.Exists(known => known.Address == address)) continue;
            var document = await ReadAsync(address, cancellationToken).ConfigureAwait(false);
            if (document.Name != WsdlNames.Schema + "schema") Warnings.Add(WsdlProblems.NotWsdl(NameOf(address), document.Name.LocalName) with { IsWarning = true });
            else if (isImport) await AddSchemaAsync(address, document, cancellationToken).ConfigureAwait(false);
            else await IncludeAsync(address, document, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask IncludeAsync(Uri address, XElement document, CancellationToken cancellationToken)
    {
        Included.Add(address, document);
        await FollowAsync(address, document, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsExternal(XElement element) =>
        element.Name.Namespace == WsdlNames.Schema && element.Name.LocalName is "import" or "include" or "redefine";

    private Uri? Follow(Uri from, string location)
    {
        if (string.IsNullOrWhiteSpace(location)) return null;
        if (Uri.TryCreate(from, location.Trim(), out var address) && source.Allows(address)) return address;
        Warnings.Add(WsdlProblems.Import(location.Trim(), NameOf(from)));
        return null;
    }

    private async ValueTask<XElement> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        if (read.TryGetValue(address, out var known)) return known;
        if (read.Count == XmlLimits.Documents) throw new WsdlException(WsdlProblems.TooMany(XmlLimits.Documents));
        var file = await LoadAsync(address, cancellationToken).ConfigureAwait(false);
        var root = Parse(file, NameOf(address));
        read.Add(address, root);
        return root;
    }

    private async ValueTask<WsdlFile> LoadAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (WsdlException missing) when (address != source.Root)
        {
            throw new WsdlException(WsdlProblems.ImportMissing(NameOf(address), missing.Message));
        }
    }

    private static XElement Parse(WsdlFile file, string name)
    {
        try
        {
            var charset = XmlEncoding.CharsetOf(file.ContentType);
            SafeXml.Check(file.Bytes, charset);
            using var reader = SafeXml.Read(file.Bytes, charset);
            return XElement.Load(reader);
        }
        catch (XmlLimitException)
        {
            throw new WsdlException(WsdlProblems.TooLarge(name));
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            throw new WsdlException(SoapAnswers.IsTypeDeclaration(broken) && !IsPage(file) ? WsdlProblems.TypeDeclaration(name) : WsdlProblems.NotXml(name, broken.Message));
        }
    }

    // A page of HTML begins with a declaration of its type as well; that it is a page says more.
    private static bool IsPage(WsdlFile file) =>
        file.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || Encoding.ASCII.GetString(file.Bytes.Span[..Math.Min(file.Bytes.Length, 64)]).TrimStart().StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);

    // A query may carry a key.
    private static string NameOf(Uri address) => address.IsFile ? Path.GetFileName(address.LocalPath) : address.GetLeftPart(UriPartial.Path);
}
