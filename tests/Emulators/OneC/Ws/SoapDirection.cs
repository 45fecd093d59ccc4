namespace Emulators.OneC;

/// <summary>The property «Направление передачи» of a parameter.</summary>
internal enum SoapDirection
{
    In,
    InOut,
    Out,
}
