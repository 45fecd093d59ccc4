namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Stands for the end of a process: nothing catches it, and nothing works after it.</summary>
internal sealed class ProcessDiedException : Exception;
