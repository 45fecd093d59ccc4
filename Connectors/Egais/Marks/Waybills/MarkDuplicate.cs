namespace Connectors.Egais;

/// <summary>A mark that a waybill names more than once; the first place counts.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Position">Identity of the position that has it first.</param>
/// <param name="Again">Identity of the position that names it again.</param>
internal sealed record MarkDuplicate(string Mark, string Position, string Again);
