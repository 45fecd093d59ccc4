namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Stands for the end of a process: like the end of a call, nothing catches it, and nothing works after it.</summary>
internal sealed class ProcessDiedException : OperationCanceledException;
