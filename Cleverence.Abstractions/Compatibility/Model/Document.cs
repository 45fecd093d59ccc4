namespace Cleverence.Warehouse;

/// <summary>A document: its header, its plan and its fact.</summary>
public sealed class Document : DocumentDescription, IAfterRead
{
    /// <summary>When it was last changed; <see cref="DateTime.MinValue"/> means not set.</summary>
    public DateTime LastChangeDate { get; set; }

    /// <summary>Whom it is meant for.</summary>
    public string? Appointment { get; set; }

    /// <summary>The name of the user who works on it.</summary>
    public string? UserName { get; set; }

    /// <summary>The handheld it is on.</summary>
    public string? DeviceId { get; set; }

    /// <summary>The network address of that handheld.</summary>
    public string? DeviceIP { get; set; }

    /// <summary>The name of that handheld.</summary>
    public string? DeviceName { get; set; }

    /// <summary>Its place in lists; higher comes first.</summary>
    public int Priority { get; set; }

    /// <summary>Whether the work on it has ended.</summary>
    public bool Finished { get; set; }

    /// <summary>Whether somebody works on it.</summary>
    public bool InProcess { get; set; }

    /// <summary>Whether it was changed on a handheld.</summary>
    public bool Modified { get; set; }

    /// <summary>What each user did with it.</summary>
    public DocumentStateCollection States { get; } = [];

    /// <summary>The extra tables.</summary>
    public DocumentTableCollection Tables { get; } = [];

    /// <summary>The plan.</summary>
    public DocumentItemCollection DeclaredItems { get; } = [];

    /// <summary>The fact.</summary>
    public DocumentItemCollection CurrentItems { get; } = [];

    /// <summary>The plan under its platform 4 name.</summary>
    [Alias]
    public DocumentItemCollection ExpectedLines => DeclaredItems;

    /// <summary>The fact under its platform 4 name.</summary>
    [Alias]
    public DocumentItemCollection ActualLines => CurrentItems;

    void IAfterRead.AfterRead()
    {
        foreach (var line in CurrentItems)
        {
            if (DeclaredItems.FindByUid(line.BlUid) is { } plan) line.BindedLine = plan;
        }
    }
}
