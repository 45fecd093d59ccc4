using System.Globalization;

namespace Emulators.OneC;

/// <summary>Everything below <c>odata/standard.odata</c>.</summary>
internal sealed class ODataEndpoint(OneCBase owner)
{
    private readonly ODataReads reads = new(owner);
    private readonly ODataWrites writes = new(owner);

    public Task<OneCReply> HandleAsync(OneCRequest request)
    {
        try
        {
            return Task.FromResult(Route(request).With("DataServiceVersion", "3.0;"));
        }
        catch (ODataException error)
        {
            return Task.FromResult(ODataErrors.Reply(error, ODataErrors.WantsXml(request, owner.Options)));
        }
    }

    private OneCReply Route(OneCRequest request)
    {
        var segments = ODataSegment.Split(request.Path["odata/standard.odata".Length..]);
        if (segments is [] or [{ Name: "$metadata" }])
        {
            if (request.Verb != "GET") throw new ODataException(19, $"Метод {request.Verb} здесь не разрешен");
            return segments.Count == 0 ? Service(request) : MetadataDocument.Reply(owner.Options.PublishedObjects);
        }

        return request.Verb switch
        {
            "GET" => reads.Read(segments, request),
            "POST" or "PUT" or "PATCH" or "DELETE" => writes.Write(segments, request),
            _ => throw new ODataException(6, string.Create(CultureInfo.InvariantCulture, $"Метод HTTP {request.Verb} не поддерживается")),
        };
    }

    private OneCReply Service(OneCRequest request)
    {
        var names = TradeModel.Sets.Select(set => set.Name).Where(name => owner.Options.PublishedObjects?.Contains(name) != false);
        var root = $"{request.Root}/odata/standard.odata";
        return ODataFormat.WantsJson(request) ? JsonAnswers.Service(root, names) : AtomAnswers.Service(root, names);
    }
}
