namespace Emulators.OneC;

/// <summary>How the emulated base is published and behaves. May be changed while it runs: the next request sees it.</summary>
public sealed class OneCOptions
{
    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The name of the publication, one or several path segments. Compared with case.</summary>
    public string BaseName { get; init; } = "trade";

    /// <summary>Users of the base and their passwords. A name may hold Cyrillic and spaces, never a colon.</summary>
    public IDictionary<string, string> Users { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Пользователь"] = "secret",
        ["Кладовщик Петров"] = "пароль 1",
        [NoRightsUser] = "secret",
    };

    /// <summary>Tokens accepted as <c>Authorization: Bearer</c> or <c>?AccessToken=</c>, and the users they stand for.</summary>
    public IDictionary<string, string> Tokens { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The user who may sign in and do nothing.</summary>
    public const string NoRightsUser = "Без прав";

    /// <summary>Sessions of the HTTP services (<c>httpServices</c> in default.vrd).</summary>
    public SessionOptions HttpServices { get; init; } = new() { Reuse = SessionReuse.DontUse };

    /// <summary>Sessions of the web services (<c>ws</c> in default.vrd).</summary>
    public SessionOptions WebServices { get; init; } = new() { Reuse = SessionReuse.DontUse };

    /// <summary>Sessions of OData (<c>standardOdata</c> in default.vrd): reused by default, 20 s.</summary>
    public SessionOptions OData { get; init; } = new() { Reuse = SessionReuse.AutoUse };

    /// <summary>Client licences; null for as many as asked. One session takes one.</summary>
    public int? Licences { get; set; }

    /// <summary>The phrase and form of an answer when no licence is left.</summary>
    public LicenceAnswer LicenceAnswer { get; set; } = LicenceAnswer.NotFoundFree;

    /// <summary>The address the base believes it has; it stands in WSDL and links and is not reachable.</summary>
    public string InternalHost { get; set; } = "srv-1c.local:8080";

    /// <summary>Objects in an OData page; 0 gives everything at once.</summary>
    public int PageSize { get; set; }

    /// <summary>Objects of the generated catalogue <c>Catalog_Большой</c>.</summary>
    public int BigCatalogRows { get; set; } = 50_000;

    /// <summary>The form of the link to the next page.</summary>
    public NextLinkForm NextLink { get; set; } = NextLinkForm.Absolute;

    /// <summary>The form in which arguments of virtual tables are understood.</summary>
    public VirtualTableForm VirtualTables { get; set; } = VirtualTableForm.Both;

    /// <summary>OData errors come as XML whatever was asked for.</summary>
    public bool ODataErrorsAsXml { get; set; }

    /// <summary>OData objects published by УстановитьСоставСтандартногоИнтерфейсаOData; null for all.</summary>
    public IReadOnlySet<string>? PublishedObjects { get; set; }

    /// <summary>JSON of HTTP services is labelled <c>text/html</c>.</summary>
    public bool JsonAsHtml { get; set; }

    /// <summary>JSON of HTTP services begins with a byte order mark.</summary>
    public bool JsonWithBom { get; set; }

    /// <summary>How many reads of a long exchange operation say Active.</summary>
    public int ExchangePolls { get; set; } = 1;

    /// <summary>The clock of sessions and waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
