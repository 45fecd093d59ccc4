namespace Connectors.Egais;

/// <summary>What a scanned code is to a waybill.</summary>
internal enum MarkOutcome
{
    /// <summary>A mark of the waybill outside boxes, or a box of it.</summary>
    Found,

    /// <summary>A mark of the waybill that lies in a box.</summary>
    FoundInBox,

    /// <summary>A mark that was taken before, or a box of which nothing is left to take.</summary>
    AlreadyScanned,

    /// <summary>A proper code that the waybill does not have; an act can never accept it.</summary>
    NotInDocument,

    WrongLayout,

    BadFormat,
}
