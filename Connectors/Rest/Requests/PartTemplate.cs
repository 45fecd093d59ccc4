namespace Connectors.Rest;

/// <summary>A part of a multipart body before its places are filled.</summary>
internal sealed record PartTemplate(string Name, TextTemplate Value, TextTemplate? FileName, string? ContentType)
{
    public IEnumerable<PlaceUse> Uses =>
        [.. Value.Uses(Places.Value), .. FileName?.Names.Select(name => new PlaceUse(name, Places.FileName)) ?? []];
}
