namespace Emulators.OneC;

/// <summary>An operation of a web service; without a return it is a procedure.</summary>
internal sealed record SoapOperation(string Name, SoapParameter? Return, IReadOnlyList<SoapParameter> Parameters, Func<SoapCall, Task<SoapAnswer>> Run)
{
    public IEnumerable<SoapParameter> Incoming => Parameters.Where(one => one.Direction != SoapDirection.Out);

    public IEnumerable<SoapParameter> Outgoing => Parameters.Where(one => one.Direction != SoapDirection.In);
}
