namespace Emulators.OneC;

/// <summary>A reading under way: what is read, how it was asked for.</summary>
internal sealed record ODataReading(ODataSource Source, ODataOptions Options, OneCRequest Request, OneCBase Owner)
{
    public string Root => $"{Request.Root}/odata/standard.odata";

    public bool IsJson => ODataFormat.WantsJson(Request);

    public bool IsLight => ODataFormat.IsLight(Request);

    public ODataSelection Selection => new(Options.Select);

    public JsonEntity Entity() => new(Owner.Data, Selection, Options.Expand, !IsLight);
}
