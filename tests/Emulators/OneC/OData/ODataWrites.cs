namespace Emulators.OneC;

internal sealed class ODataWrites(OneCBase owner)
{
    public OneCReply Write(IReadOnlyList<ODataSegment> segments, OneCRequest request) => throw new ODataException(0, owner.Options.BaseName + segments.Count + request.Verb);
}
