namespace Connectors.Egais;

/// <summary>The forms of an organisation element.</summary>
internal enum OrganisationForm
{
    UL,
    FL,
    FO,
    TS,
    TR,
}
