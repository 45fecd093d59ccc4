namespace Connectors.ChestnyZnak;

/// <summary>One participant (УОТ) this server works for.</summary>
public sealed class ZnakOrganisationSettings
{
    /// <summary>The taxpayer number (ИНН), 10 or 12 digits. Required, once in the list.</summary>
    public string Inn { get; set; } = "";

    /// <summary>The КПП, 9 digits; empty for none.</summary>
    public string Kpp { get; set; } = "";

    /// <summary>The contour: <c>production</c> (also <c>prod</c>) or <c>sandbox</c>.</summary>
    public string Contour { get; set; } = "production";

    /// <summary>The product groups it works with, by alias such as <c>milk</c>; empty for those its token names.</summary>
    public IList<string> ProductGroups { get; } = [];

    /// <summary>The signer of the server's configuration that signs for it; empty when people sign on a workplace.</summary>
    public string Signer { get; set; } = "";

    /// <summary>Whether the signer is a person with a power of attorney (МЧД) from several organisations, so that the ИНН must be named at sign-in.</summary>
    public bool PowerOfAttorney { get; set; }

    /// <summary>The id of its profile in СУЗ; empty when it orders no codes.</summary>
    public string OmsId { get; set; } = "";

    /// <summary>The id of this installation in СУЗ (omsConnection); one token lives for it at a time.</summary>
    public string OmsConnection { get; set; } = "";

    /// <summary>Whether nobody else uses <see cref="OmsConnection"/>. Off: no new client token is issued, because that would end the one of the customer's own 1C.</summary>
    public bool Exclusive { get; set; }

    /// <summary>The fixed key of the permissive mode, a secret; empty when one is issued by signature.</summary>
    public string PermissiveKey { get; set; } = "";
}
