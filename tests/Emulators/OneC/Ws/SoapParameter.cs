namespace Emulators.OneC;

/// <summary>A parameter of an operation. <see cref="Nillable"/> is «Возможно пустое значение».</summary>
internal sealed record SoapParameter(string Name, string Type, SoapDirection Direction = SoapDirection.In, bool Nillable = false, bool Optional = false)
{
    public string Declaration => $"<xs:element name=\"{Name}\" type=\"{Type}\"{(Nillable ? " nillable=\"true\"" : "")}{(Optional ? " minOccurs=\"0\"" : "")}/>";
}
