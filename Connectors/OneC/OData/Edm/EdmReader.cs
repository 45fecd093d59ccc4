using System.Xml;

namespace Connectors.OneC.OData;

/// <summary>Reads <c>$metadata</c> (EDMX, OData 3) from a stream: large bases describe themselves in many megabytes.</summary>
/// <remarks>Elements are told by their local names: releases of the platform differ in the version of the schema's namespace.</remarks>
internal sealed class EdmReader
{
    private static readonly XmlReaderSettings Reading = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 256L * 1024 * 1024,
        MaxCharactersFromEntities = 1024,
    };

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ends = new(StringComparer.Ordinal);
    private readonly HashSet<string> enums = new(StringComparer.Ordinal);
    private readonly List<EdmDraft> drafts = [];
    private readonly List<EdmFunction> functions = [];
    private EdmDraft? type;
    private string association = "";
    private EdmFunctionDraft? function;

    public static async Task<EdmModel> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var edm = new EdmReader();
        using var reader = XmlReader.Create(stream, Reading);
        await reader.MoveToContentAsync().ConfigureAwait(false);
        if (reader.LocalName is not ("Edmx" or "Schema")) throw new XmlException($"The root is '{reader.LocalName}' and not Edmx.");
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element) edm.Take(reader);
            else if (reader.NodeType == XmlNodeType.EndElement) edm.End(reader.LocalName);
        }

        return edm.Model();
    }

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "EntityType" or "ComplexType":
                type = new EdmDraft(Attribute(reader, "Name"));
                drafts.Add(type);
                break;
            case "EnumType":
                enums.Add(Attribute(reader, "Name"));
                break;
            case "Property":
                type?.Properties.Add((Attribute(reader, "Name"), Attribute(reader, "Type")));
                break;
            case "PropertyRef":
                type?.Keys.Add(Attribute(reader, "Name"));
                break;
            case "NavigationProperty":
                type?.Navigations.Add((Attribute(reader, "Name"), $"{Plain(Attribute(reader, "Relationship"))}/{Attribute(reader, "ToRole")}"));
                break;
            case "Association":
                association = Attribute(reader, "Name");
                break;
            case "End" when association.Length > 0:
                ends[$"{association}/{Attribute(reader, "Role")}"] = Plain(Attribute(reader, "Type"));
                break;
            case "EntitySet":
                sets[Attribute(reader, "Name")] = Plain(Attribute(reader, "EntityType"));
                break;
            default:
                TakeFunction(reader);
                break;
        }
    }

    private void TakeFunction(XmlReader reader)
    {
        if (reader.LocalName == "FunctionImport")
        {
            function = new EdmFunctionDraft(Attribute(reader, "Name"), Attribute(reader, "ReturnType"));
            if (!reader.IsEmptyElement) return;
            functions.Add(function.Done(Plain));
            function = null;
        }
        else if (reader.LocalName == "Parameter")
        {
            function?.Parameters.Add((Attribute(reader, "Name"), Attribute(reader, "Type")));
        }
    }

    private void End(string name)
    {
        if (name is "EntityType" or "ComplexType") type = null;
        else if (name == "Association") association = "";
        else if (name == "FunctionImport" && function is not null)
        {
            functions.Add(function.Done(Plain));
            function = null;
        }
    }

    private EdmModel Model() => new(sets, drafts.Select(draft => draft.Done(KindOf, Plain, end => ends.GetValueOrDefault(end, ""))), functions);

    private EdmKind KindOf(string published) => published switch
    {
        "Edm.String" => EdmKind.String,
        "Edm.DateTime" or "Edm.DateTimeOffset" => EdmKind.DateTime,
        "Edm.Byte" or "Edm.SByte" or "Edm.Int16" or "Edm.Int32" or "Edm.Int64" => EdmKind.Integer,
        "Edm.Double" or "Edm.Single" or "Edm.Decimal" => EdmKind.Number,
        "Edm.Boolean" => EdmKind.Boolean,
        "Edm.Guid" => EdmKind.Guid,
        "Edm.Binary" => EdmKind.Binary,
        "Edm.Stream" => EdmKind.Stream,
        _ when published.StartsWith("Collection(", StringComparison.Ordinal) => EdmKind.Rows,
        _ => enums.Contains(Plain(published)) ? EdmKind.Enum : EdmKind.Other,
    };

    // "Collection(StandardODATA.X)" and "StandardODATA.X" mean X: names of 1C hold no dots.
    private string Plain(string published)
    {
        var text = published.EndsWith(')') ? published[(published.IndexOf('(', StringComparison.Ordinal) + 1)..^1] : published;
        return Kept(text.StartsWith("Edm.", StringComparison.Ordinal) ? text : text[(text.LastIndexOf('.') + 1)..]);
    }

    private string Attribute(XmlReader reader, string name) => Kept(reader.GetAttribute(name) ?? "");

    // The same few names stand in every entity; one copy of each is kept.
    private string Kept(string text)
    {
        if (names.TryGetValue(text, out var known)) return known;
        names.Add(text, text);
        return text;
    }
}
