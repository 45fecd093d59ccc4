namespace ServerJobs.Background;

/// <summary>The fixed ids of the kinds of notifications. The first three are the platform's own; the notice is ours.</summary>
public static class NotificationKinds
{
    /// <summary>A message for the person (СообщениеПользователю).</summary>
    public const string Message = "0afef160-bfcb-459e-a890-a4afbb73b7ba";

    /// <summary>How far an operation is (Прогресс).</summary>
    public const string Progress = "14076bb1-a1f5-4876-975a-3b7f69383f6c";

    /// <summary>An operation has ended (ДлительнаяОперацияЗавершена).</summary>
    public const string Finished = "28e5ab5c-196b-44be-aab5-8fe7edb5225b";

    /// <summary>A notice that pops up wherever the person is (ПоказатьОповещениеПользователя).</summary>
    public const string Notice = "5d0c2b9e-7f43-4b0a-9a6c-61c1a3e84f17";
}
